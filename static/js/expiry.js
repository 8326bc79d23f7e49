// A frozen page does not know the date: what is past its day is hidden here.
function expire() {
  const today = new Date().toISOString().slice(0, 10);
  for (const fact of document.querySelectorAll("[data-until]")) fact.hidden = fact.dataset.until < today;
  for (const fact of document.querySelectorAll("[data-from]")) fact.hidden = fact.dataset.from >= today;
}
