// The exit. Without this script it is an ordinary link to the same neutral site.
const root = document.documentElement;
const dock = document.querySelector(".dock");
const exit = document.querySelector(".quick-exit");
const live = document.querySelector(".live");
const SHORTCUT_TIME = 5000; // milliseconds
const RELEASE_TIME = 400; // milliseconds; a click follows its release within this
let leaving = false;
let request; // the page under way, aborted on leaving

const words = () => document.querySelector("main").dataset;
const cover = () => root.classList.add("covered");

function uncover() {
  if (!leaving) root.classList.remove("covered");
}

function leave() {
  const destination = exit.href;
  leaving = true;
  cover();
  if (request) request.abort();
  document.title = exit.dataset.title;
  document.body.replaceChildren();
  // A replaced page leaves no line in Chromium's history page and no way Back to it.
  location.replace(destination);
}

exit.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

// Covered from the press on; a press that becomes a scroll uncovers the page again.
exit.addEventListener("pointerdown", (event) => {
  if (event.button === 0) cover();
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
  if (leaving || event.repeat || event.target.closest?.("dialog, select")) return;
  pressed("Escape", 2);
  if (leaving) event.preventDefault();
  else say(words().again);
}, true);

addEventListener("keyup", (event) => {
  // Not while typing capitals: only a Shift pressed and released by itself counts.
  if (event.key === "Shift" && shiftAlone && !leaving) pressed("Shift", 3);
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
