// The one request under way, and what is seen of it: the link that was pressed, a line at the top, after a moment words.
// Nothing is given up: on a slow network a page may take long, and only a failure tells that there is no network.
import { hold, offer } from "./live.js";
import { words } from "./page.js";

const WAIT_TIME = 600; // milliseconds before "one moment" is said
const LONG_TIME = 7400; // milliseconds more before the network is called slow
let request;
let link;
let patience;

export function startRequest(pressed, again) {
  callOff();
  link = pressed;
  link.setAttribute("aria-busy", true);
  patience = setTimeout(() => {
    hold(words().wait);
    patience = setTimeout(() => offer(words().slow, again), LONG_TIME);
  }, WAIT_TIME);
  return request = new AbortController();
}

export const isUnderWay = (mine) => request === mine;

// What arrives of a request that was called off is not put in place.
export function callOff() {
  clearTimeout(patience);
  link?.removeAttribute("aria-busy");
  hold();
  request?.abort();
  request = undefined;
}

document.addEventListener("exit:leaving", callOff);
