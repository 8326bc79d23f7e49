// What the page says by itself: one moment, no network, one more key to leave.
import { words } from "./page.js";

const live = document.querySelector(".live");
const SPEAKING_TIME = 5000; // milliseconds
let silence;

// Words alone are cleared after a while; what has a button stays until it is pressed.
export function announce(...parts) {
  clearTimeout(silence);
  live.replaceChildren(...parts);
  if (parts.every((part) => typeof part === "string")) silence = setTimeout(clear, SPEAKING_TIME);
}

export function clear() {
  live.replaceChildren();
}

document.addEventListener("exit:again", () => announce(words().again));
