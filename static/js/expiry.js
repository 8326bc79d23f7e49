// A frozen page does not know the date: what is past its day is hidden here.
function expire() {
  const today = new Date().toLocaleDateString("sv"); // year, month, day: where the visitor is, Papeete included
  for (const fact of document.querySelectorAll("[data-until]")) fact.hidden = fact.dataset.until < today;
  for (const fact of document.querySelectorAll("[data-from]")) fact.hidden = fact.dataset.from >= today;
}

document.addEventListener("page:shown", expire);
