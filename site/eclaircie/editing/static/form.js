// Starts the form on the project's files, and keeps the bar above it true.

import { onChange, projectFolder } from "./bridge.js";
import { refresh, showSentence } from "./state.js";

const [folder, configuration] = await Promise.all([
  projectFolder(),
  fetch("/formulaire.json", { headers: { Accept: "application/json" } }).then((answer) => answer.json()),
]);

// The form asks the browser for a folder of its own, and gets ours. With the other way, `showDirectoryPicker`, it would
// ask again at each visit, and put what no browser can keep into its storage.
const own = { getDirectoryHandle: async () => folder, removeEntry: async () => {} };
Object.defineProperty(navigator.storage, "getDirectory", { value: async () => own });
// Nobody has to sign in on one's own machine.
localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: configuration.backend.name }));
// Until somebody chooses otherwise: the language of our own pages, and a page stays open once it is saved.
const chosen = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
const locale = { fr: "fr", en: "en-US" }[document.documentElement.lang];
localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale, closeOnSave: false, ...chosen }));

// The form has every link open in a window of its own; those of the bar lead on in this one, but the preview.
const follow = (event) => {
  const link = event.target.closest?.(".editor-head a:not(#preview)");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.assign(link.href);
};
window.addEventListener("click", follow, true);

const { init } = await import("/formulaire/npm/index.js");
document.querySelector("#nc-root").replaceChildren();
init({ config: { load_config_file: false, ...configuration } });

// The form saves the files of all languages one after the other: the sentence comes once, after the last.
let waiting = 0;
onChange((name, sentence) => {
  clearTimeout(waiting);
  if (sentence) showSentence(sentence, true);
  else waiting = setTimeout(() => refresh({ saved: true }), 150);
});
window.addEventListener("hashchange", () => refresh());
