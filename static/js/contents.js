// Where it stands beside the text, the list of what a page holds is open from the start.
document.addEventListener("page:shown", () => {
  const contents = document.querySelector(".contents");
  if (contents && matchMedia("(min-width: 64rem)").matches) contents.open = true;
});
