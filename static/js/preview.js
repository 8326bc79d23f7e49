// In the preview only: links are followed as on any site, so that the address tells which page is shown and a reload
// shows it again. What published pages do with a click never sees it; the exit keeps its own ways.
for (const kind of ["click", "auxclick"]) {
  const leave = (event) => {
    const link = event.target.closest("a[href]");
    const address = link && link.getAttribute("href");
    if (link && !link.matches(".quick-exit") && !address.startsWith("#") && new URL(address, location).origin === location.origin)
      event.stopPropagation();
  };
  addEventListener(kind, leave, true);
}
