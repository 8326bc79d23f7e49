// What the page says by itself: one moment, no network, one more key to leave.
const root = document.documentElement;
const dock = document.querySelector(".dock");
const exit = document.querySelector(".quick-exit");
const live = document.querySelector(".live");
const SPEAKING_TIME = 5000; // milliseconds
let silence;

const words = () => document.querySelector("main").dataset;

function say(...parts) {
  clearTimeout(silence);
  live.replaceChildren(...parts);
  if (parts.every((part) => typeof part === "string")) silence = setTimeout(hush, SPEAKING_TIME);
}

function hush() {
  live.replaceChildren();
}

document.addEventListener("exit:again", () => say(words().again));
