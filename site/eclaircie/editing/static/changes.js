// Says that a press is on its way, and takes no second one meanwhile.

const progress = document.querySelector("#progress");
const buttons = document.querySelectorAll("main button");

document.addEventListener("submit", () => {
  // Only then: a button that is off tells the server nothing.
  setTimeout(() => {
    for (const button of buttons) button.disabled = true;
    progress.textContent = progress.dataset.sentence;
    progress.hidden = false;
  });
});

// Come back to, the page takes presses again.
addEventListener("pageshow", () => {
  for (const button of buttons) button.disabled = false;
  progress.hidden = true;
});
