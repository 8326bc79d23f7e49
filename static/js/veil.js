// Covers the page while it is hidden (a call, a lock, another app) and asks before it is shown again.
const MINUTE = 60000; // milliseconds
const REHEARSAL_TIME = 1500; // milliseconds
let called = false;
let rehearsed = false;
let idle;

function draw(veiled) {
  root.classList.toggle("veiled", veiled);
  const veil = document.querySelector(".veil");
  veil.hidden = !veiled;
  veil.querySelector(".after-call").hidden = !called;
  veil.querySelector(".after-rehearsal").hidden = !rehearsed;
  if (veiled) veil.querySelector(".go-on").focus();
  else called = rehearsed = false;
}

function comeBack() {
  if (leaving) return;
  draw(true);
  uncover();
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

document.addEventListener("visibilitychange", () => (document.hidden ? cover() : comeBack()));
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  // Back on a page that was being left: leave again.
  if (leaving) goTo(exit.href, exit.dataset.second);
  else comeBack();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[href^='tel:'], [href^='sms:']")) called = true;
  if (event.target.closest(".rehearse")) rehearse();
  if (event.target.closest(".go-on")) {
    draw(false);
    document.title = pageTitle;
  }
});
