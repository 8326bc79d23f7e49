// Asks the server now and then whether all is well, and shows the answer: in the bar above the form, or as the list.

const EVERY = 5000; // milliseconds; what another program changes is seen so
const summary = document.querySelector("#summary");
const mend = document.querySelector("#mend");
const address = document.querySelector("#address");
const preview = document.querySelector("#preview");

let isSaved = false; // whether anything was saved since the page was opened

/** Show a sentence in the bar. isFault: whether it says that something was not done; it then stays until the next save. */
export const showSentence = (sentence, isFault = false) => {
  if (!summary || (!isFault && summary.dataset.fault)) return;
  summary.toggleAttribute("data-fault", isFault);
  // Said aloud only where it is another one
  if (summary.textContent !== sentence) summary.textContent = sentence;
};

const showList = async (mark) => {
  const shown = document.querySelector("#faults");
  if (!shown || shown.dataset.mark === mark) return;
  const answer = await fetch("/a-corriger/liste");
  if (!answer.ok) return;
  const list = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#faults");
  const wasOpen = shown.querySelector("details")?.open;
  if (wasOpen) list.querySelector("details")?.setAttribute("open", "");
  shown.replaceWith(list);
};

/** Ask for the state and show it. saved: whether something was just saved. */
export const refresh = async ({ saved = false } = {}) => {
  isSaved ||= saved;
  if (saved && summary) {
    delete summary.dataset.fault;
    showSentence(summary.dataset.saving);
  }
  try {
    const answer = await fetch(`/etat?${new URLSearchParams({ lieu: location.hash, ...(isSaved && { enregistre: "1" }) })}`, {
      headers: { Accept: "application/json" },
    });
    const state = await answer.json();
    if (!answer.ok) return showSentence(state.sentence, true);
    showSentence(state.summary);
    if (mend) mend.hidden = !state.count;
    if (address) {
      address.hidden = !state.page;
      address.search = new URLSearchParams({ page: state.page });
    }
    if (preview) preview.href = new URL(state.address, preview.href);
    await showList(state.mark);
  } catch {
    showSentence(document.body.dataset.failed, true);
  }
};

if (summary) {
  refresh();
  setInterval(() => document.hidden || refresh(), EVERY);
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
}
