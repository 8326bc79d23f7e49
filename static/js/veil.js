// Covers the page while it is hidden (a call, a lock, another app) and asks before it is shown again.
import { exit, root } from "./page.js";

const MINUTE = 60000; // milliseconds
const REHEARSAL_TIME = 1500; // milliseconds
let called = false;
let rehearsed = false;
let idle;
let title; // of the page shown: while it is covered the tab has the neutral one

function cover() {
  root.classList.add("covered");
  root.dataset.held = "";
}

function draw(veiled) {
  const veil = document.querySelector(".veil");
  if (!veil) return false; // the page is being left
  root.classList.toggle("veiled", veiled);
  veil.hidden = !veiled;
  veil.querySelector(".after-call").hidden = !called;
  veil.querySelector(".after-rehearsal").hidden = !rehearsed;
  if (veiled) {
    document.dispatchEvent(new Event("page:veiled"));
    veil.querySelector(".go-on").focus();
  }
  else called = rehearsed = false;
  return true;
}

function comeBack() {
  if (!draw(true) || document.hidden) return;
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

document.addEventListener("page:shown", () => (title = document.title));
document.addEventListener("visibilitychange", () => (document.hidden ? cover() : comeBack()));
document.addEventListener("exit:slipped", comeBack);
addEventListener("pageshow", (event) => event.persisted && comeBack());
if (root.matches(".covered")) comeBack(); // the press slipped while the page was arriving

document.addEventListener("click", (event) => {
  if (event.target.closest("[href^='tel:'], [href^='sms:']")) called = true;
  if (event.target.closest(".rehearse")) rehearse();
  if (event.target.closest(".go-on")) {
    draw(false);
    document.title = title;
  }
});
