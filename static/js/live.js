// What the page says by itself: one moment, no network, one more key to leave.
import { words } from "./page.js";

const live = document.querySelector(".live");
const spoken = document.querySelector(".spoken");
const SPEAKING_TIME = 5000; // milliseconds
let silence;

// Stays until something else is said, or nothing.
export function hold(...parts) {
  clearTimeout(silence);
  live.replaceChildren(...parts);
}

function announce(text) {
  hold(text);
  silence = setTimeout(hold, SPEAKING_TIME);
}

// Words with a button below them: another try.
export function offer(text, act) {
  const button = document.createElement("button");
  button.textContent = words().retry;
  button.addEventListener("click", act);
  hold(text + " ", button);
}

// Heard and not seen: the short title, which tells which page this is and nothing of its subject.
export const sayTitle = () => (spoken.textContent = document.title.split(" · ")[0]);

document.addEventListener("exit:again", () => announce(words().again));
document.addEventListener("page:said", (event) => announce(event.detail));
