// What only the visit itself knows: at which address one came in, and by which address one can come back.
function nameEntrance() {
  const fill = (selector, text) => document.querySelectorAll(selector).forEach((node) => (node.textContent = text));
  const back = document.querySelector(".way-back");
  fill(".entry", location.host + location.pathname);
  if (back && location.host) fill(".way-back", location.host + back.dataset.entrance);
  for (const note of document.querySelectorAll(".unknown")) note.hidden = isEntrance(note.dataset.entrance);
  for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
}

// At the printed address nothing says that the page does not exist.
function isEntrance(printed) {
  const path = location.pathname.replace(/\/$/, "");
  return path === printed || path.endsWith("/404.html");
}

document.addEventListener("page:shown", nameEntrance);
