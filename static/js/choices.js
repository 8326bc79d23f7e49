// Boxes that open: what one opens is brought into view, for those that stood before it are gone.
document.addEventListener("toggle", ({ target }) => {
  if (target.open && target.closest(".choices")) target.querySelector("summary").scrollIntoView({ block: "nearest" });
}, true);

// What was opened tells what somebody looks for: nothing of it is left for whoever takes the device.
document.addEventListener("page:veiled", () => {
  for (const part of document.querySelectorAll(".choices [open]")) part.open = false;
});
