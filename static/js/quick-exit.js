// The exit. Without this script it is an ordinary link to the same neutral site.
const root = document.documentElement;
const dock = document.querySelector(".dock");
const exit = document.querySelector(".quick-exit");
const live = document.querySelector(".live");
const SHORTCUT_TIME = 5000; // milliseconds
const RELEASE_TIME = 400; // milliseconds; a click follows its release within this
const PATIENCE = 6000; // milliseconds before the other neutral site is tried
let leaving = false;
let request; // the page under way, aborted on leaving

const words = () => document.querySelector("main").dataset;
const cover = () => root.classList.add("covered");

function uncover() {
  if (!leaving) root.classList.remove("covered");
}

function leave() {
  cover();
  document.title = exit.dataset.title;
  if (leaving) return;
  leaving = true;
  if (request) request.abort();
  document.body.replaceChildren();
  if ("clear" in exit.dataset) clearOrigin();
  goTo(exit.href, exit.dataset.second);
}

// A replaced page leaves no line in Chromium's history page and no way Back to it.
// The other site takes its turn where nothing came of the first: no answer, or one without a page.
function goTo(site, other) {
  location.replace(site);
  setTimeout(() => goTo(other, site), PATIENCE);
}

// Only where the association says that nothing else lives at this origin: what an older version could have left.
function clearOrigin() {
  const attempts = [
    () => localStorage.clear(),
    () => sessionStorage.clear(),
    () => caches.keys().then((names) => names.forEach((name) => caches.delete(name))),
    () => indexedDB.databases().then((all) => all.forEach(({ name }) => indexedDB.deleteDatabase(name))),
    () => navigator.serviceWorker.getRegistrations().then((all) => all.forEach((worker) => worker.unregister())),
    () => document.cookie.split("; ").forEach((cookie) => {
      document.cookie = cookie.split("=")[0] + "=; max-age=0; path=/";
    }),
  ];
  for (const attempt of attempts) {
    try {
      Promise.resolve(attempt()).catch(() => {});
    } catch {} // what the browser refuses was not stored either
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest(".quick-exit, .leave-now")) return;
  event.preventDefault();
  leave();
});

// Covered from the press on; a press that becomes a scroll uncovers the page again.
addEventListener("pointerdown", (event) => {
  if (event.button === 0 && event.target.closest(".quick-exit, .leave-now")) cover();
});
addEventListener("pointercancel", uncover);
addEventListener("pointerup", () => setTimeout(uncover, RELEASE_TIME));

// Escape twice is taught, Shift three times accepted.
let presses = [];
let shiftAlone = false;

function pressed(key, needed) {
  const now = performance.now();
  presses = presses.filter((press) => press.key === key && now - press.at < SHORTCUT_TIME);
  presses.push({ key, at: now });
  if (presses.length >= needed) leave();
}

addEventListener("keydown", (event) => {
  shiftAlone = event.key === "Shift";
  if (event.key !== "Escape" || event.isComposing) return;
  // Under way, one more Escape would stop the navigation.
  if (leaving) event.preventDefault();
  if (leaving || event.repeat) return;
  // There the first Escape closes what is open.
  pressed("Escape", event.target.closest?.("dialog, select") ? 3 : 2);
  if (leaving) event.preventDefault();
  else say(words().again);
}, true);

addEventListener("keyup", (event) => {
  // Not while typing capitals: only a Shift pressed and released by itself counts. The keyboard that iOS draws
  // sends a Shift for its keys of figures too.
  const drawn = navigator.maxTouchPoints > 0 && event.target.matches?.("input, textarea");
  if (event.key === "Shift" && shiftAlone && !drawn && !leaving) pressed("Shift", 3);
}, true);

let silence;

function say(...parts) {
  clearTimeout(silence);
  live.replaceChildren(...parts);
  if (parts.every((part) => typeof part === "string")) silence = setTimeout(hush, SHORTCUT_TIME);
}

function hush() {
  live.replaceChildren();
}

// Firefox keeps the title that the page had last.
addEventListener("pagehide", () => {
  document.title = exit.dataset.title;
  cover();
});
