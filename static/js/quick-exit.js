// The exit, whole as soon as it is drawn: this script stands right behind it, before the rest of the page, and needs
// nothing of it. Without script the exit is an ordinary link to the same neutral site.
// The rest hears of it by events of the document: exit:again (one more key leaves), exit:slipped (a press ended beside
// the exit), exit:leaving (nothing may be put in place any more). A page that the rest keeps covered has data-held.
const root = document.documentElement;
const exit = document.querySelector(".quick-exit");
const SHORTCUT_TIME = 5000; // milliseconds
const PATIENCE = 6000; // milliseconds before the other neutral site is tried
let sites; // the neutral sites, in their order, once the page is being left
let press; // the pointer that was put down on the exit
let turn;

const tell = (what) => document.dispatchEvent(new Event("exit:" + what));
const onExit = (node) => node?.closest?.(".quick-exit, .leave-now");

function cover() {
  root.classList.add("covered");
}

function leave() {
  cover();
  document.title = exit.dataset.title;
  if (sites) return;
  sites = [exit.href, exit.dataset.second];
  tell("leaving");
  // Of a page that is still arriving, the rest goes into the body that it began, which nobody sees.
  document.body.replaceWith(document.createElement("body"));
  stop();
  if ("clear" in exit.dataset) clearOrigin();
  go();
}

// A replaced page leaves no line in Chromium's history page and no way Back to it. Without network the browser would
// show an error in its place: the empty page stays until there is one. The other site takes its turn where nothing
// came of the first: no answer, or one without a page.
function go() {
  clearTimeout(turn);
  // In a frame, the page of the site around it is what stays on the screen: nothing is asked for, nothing is waited for.
  if (self !== top) return location.replace("about:blank");
  if (!navigator.onLine) return;
  location.replace(sites[0]);
  sites.reverse();
  turn = setTimeout(go, PATIENCE);
}

addEventListener("online", () => sites && go());

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
  // What the browser refuses was not stored either.
  for (const attempt of attempts) (async () => attempt())().catch(() => {});
}

// Covered from the press on. Let go on the exit, it leaves, even where no click comes of it (held for long, or with a
// second finger on the screen). Only a press that becomes a scroll uncovers the page: let go beside the exit, it may
// have slipped, so the page stays covered until the person says that they want it back.
addEventListener("pointerdown", (event) => {
  if (!onExit(event.target)) return;
  press = event.pointerId;
  cover();
});

addEventListener("pointerup", (event) => {
  if (event.pointerId !== press) return;
  press = undefined;
  if (onExit(document.elementFromPoint(event.clientX, event.clientY))) leave();
  else tell("slipped");
});

addEventListener("pointercancel", (event) => {
  if (event.pointerId !== press) return;
  press = undefined;
  if (!sites && !document.hidden && !("held" in root.dataset)) root.classList.remove("covered");
});

// With any button, and never into another tab; what is held for long opens no menu over the page.
for (const sign of ["click", "auxclick", "contextmenu"]) {
  document.addEventListener(sign, (event) => {
    if (!onExit(event.target)) return;
    event.preventDefault();
    if (sign !== "contextmenu") leave();
  }, true);
}

// Escape twice is taught, Shift three times accepted.
const escapes = [];
const shifts = [];
let shiftAlone;

function count(presses, needed) {
  const now = performance.now();
  presses.push(now);
  if (presses.filter((at) => now - at < SHORTCUT_TIME).length >= needed) leave();
}

// Shift counts only where nothing else is done meanwhile: no capitals, no click, no turn of the wheel.
function somethingElse() {
  shiftAlone = false;
  shifts.length = 0;
}

for (const sign of ["pointerdown", "pointerup", "wheel"]) addEventListener(sign, somethingElse, { capture: true, passive: true });

addEventListener("keydown", (event) => {
  if (event.key !== "Shift") somethingElse();
  else if (!event.repeat) shiftAlone = true;
  if (event.key !== "Escape" || event.isComposing) return;
  // Under way, one more Escape would stop the navigation.
  if (sites) event.preventDefault();
  if (sites || event.repeat) return;
  // There the first Escape closes what is open.
  count(escapes, event.target.closest?.("dialog, select") ? 3 : 2);
  if (sites) event.preventDefault();
  else tell("again");
}, true);

addEventListener("keyup", (event) => {
  // The keyboard that iOS draws sends a Shift for its keys of figures too.
  const drawn = navigator.maxTouchPoints > 0 && event.target.matches?.("input, textarea");
  if (event.key === "Shift" && shiftAlone && !drawn && !sites) count(shifts, 3);
}, true);

// Firefox keeps the title that the page had last.
addEventListener("pagehide", () => {
  document.title = exit.dataset.title;
  cover();
});

// Back on a page that was being left: leave again.
addEventListener("pageshow", (event) => event.persisted && sites && go());
