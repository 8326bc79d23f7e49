// Only those who offer what one needs; pressed again, everyone.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-need]");
  if (!button) return;
  const need = button.ariaPressed === "true" ? "" : button.dataset.need;
  for (const other of button.parentNode.children) other.ariaPressed = other.dataset.need === need;
  const cards = [...document.querySelectorAll("[data-needs]")];
  for (const card of cards) card.hidden = need && !card.dataset.needs.split(" ").includes(need);
  const detail = `${button.parentNode.dataset.count} ${cards.filter((card) => !card.hidden).length} / ${cards.length}`;
  document.dispatchEvent(new CustomEvent("page:said", { detail }));
});
