// Without a touch screen it is no phone: a number is plain text, pressing it would open a puzzling window.
function plainNumbers() {
  if (navigator.maxTouchPoints > 0) return;
  for (const link of document.querySelectorAll("[href^='tel:'], [href^='sms:']")) link.removeAttribute("href");
}

document.addEventListener("page:shown", plainNumbers);
