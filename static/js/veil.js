// Covers the page while it is hidden (a call, a lock, another app) and asks before it is shown again.
import { sayTitle } from "./live.js";
import { exit, root } from "./page.js";

const MINUTE = 60000; // milliseconds
const REHEARSAL_TIME = 1500; // milliseconds
let called = false;
let rehearsed = false;
let idle;
let place; // where the focus was
let title; // of the page shown: while it is covered the tab has the neutral one

const veiled = () => document.dispatchEvent(new Event("page:veiled"));

function cover() {
  root.classList.add("covered");
  root.dataset.held = "";
  veiled();
}

function draw() {
  const veil = document.querySelector(".veil");
  if (!veil) return false; // the page is being left
  place ??= document.activeElement;
  root.classList.add("veiled");
  veil.hidden = false;
  veil.querySelector(".after-call").hidden = !called;
  veil.querySelector(".after-rehearsal").hidden = !rehearsed;
  veil.querySelector(".go-on").focus();
  veiled();
  return true;
}

// Where the person was: the focus, which a screen reader follows, and the title in the tab.
function goOn() {
  root.classList.remove("veiled");
  document.querySelector(".veil").hidden = true;
  called = rehearsed = false;
  document.title = title;
  const there = place.isConnected && place !== document.body ? place : document.querySelector("main");
  there.focus({ preventScroll: true });
  place = undefined;
  sayTitle();
}

function comeBack() {
  if (!draw() || document.hidden) return;
  root.classList.remove("covered");
  delete root.dataset.held;
}

// All that the exit does, but the leaving.
function rehearse() {
  cover();
  document.title = exit.dataset.title;
  setTimeout(() => {
    rehearsed = true;
    comeBack();
  }, REHEARSAL_TIME);
}

// Where the association wants it, a page that nobody touches is covered too.
function wake() {
  clearTimeout(idle);
  if (exit.dataset.idle) idle = setTimeout(comeBack, exit.dataset.idle * MINUTE);
}

for (const sign of ["pointerdown", "keydown", "scroll"]) addEventListener(sign, wake, { passive: true });
wake();

document.addEventListener("page:shown", () => {
  title = document.title;
  if (root.matches(".veiled")) draw(); // it came while the veil was drawn
});
document.addEventListener("visibilitychange", () => (document.hidden ? cover() : comeBack()));
document.addEventListener("exit:slipped", comeBack);

// In a frame of another site: folded away or scrolled out of sight after it was seen, it is covered too.
let seen;
if (self !== top) {
  // A busy page hears of several changes at once: the last of them says how it is now.
  new IntersectionObserver((changes) => {
    for (const { isIntersecting } of changes) {
      if (seen) (isIntersecting ? comeBack : cover)();
      seen ||= isIntersecting;
    }
  }).observe(root);
}

addEventListener("pageshow", (event) => event.persisted && comeBack());
if (root.matches(".covered")) comeBack(); // the press slipped while the page was arriving

document.addEventListener("click", (event) => {
  if (event.target.closest("[href^='tel:'], [href^='sms:']")) called = true;
  if (event.target.closest(".rehearse")) rehearse();
  if (event.target.closest(".go-on")) goOn();
});
