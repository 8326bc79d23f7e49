// The languages that the browser asks for stand first: whoever cannot read this page finds theirs at once.
document.addEventListener("page:shown", () => {
  for (const tag of [...navigator.languages].reverse()) {
    const [language] = tag.split("-");
    for (const link of document.querySelectorAll(`.languages [lang|="${language}"]`)) link.closest("ul").prepend(link.parentNode);
  }
});
