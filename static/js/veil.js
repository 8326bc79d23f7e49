// Covers the page while it is hidden (a call, a lock, another app) and asks before it is shown again.
let called = false;

function draw(veiled) {
  root.classList.toggle("veiled", veiled);
  const veil = document.querySelector(".veil");
  veil.hidden = !veiled;
  veil.querySelector(".after-call").hidden = !called;
  if (veiled) veil.querySelector(".go-on").focus();
  else called = false;
}

function comeBack() {
  if (leaving) return;
  draw(true);
  uncover();
}

document.addEventListener("visibilitychange", () => (document.hidden ? cover() : comeBack()));
addEventListener("pageshow", (event) => event.persisted && comeBack());

document.addEventListener("click", (event) => {
  if (event.target.closest("[href^='tel:'], [href^='sms:']")) called = true;
  if (event.target.closest(".go-on")) {
    draw(false);
    document.title = pageTitle;
  }
});
