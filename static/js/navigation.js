// One page load a visit: pages are fetched and put in place; the address and the history stay as they are.
import { announce, clear } from "./live.js";
import { callOff, dock, exit, isUnderWay, root, startRequest, words } from "./page.js";

const WAIT_TIME = 600; // milliseconds before "one moment" is said
const GIVE_UP_TIME = 15000; // milliseconds
const past = []; // the pages below the one shown, in memory only
let here = { address: location.pathname, html: root.outerHTML, scroll: 0 };

const parse = (html) => new DOMParser().parseFromString(html, "text/html");

const shown = () => document.dispatchEvent(new Event("page:shown"));

const ran = new Set();

// What only some pages need comes with them. Scripts listen at the document, so each runs once a visit; styles change
// with the page. A page was parsed without running anything, and a script runs only where it is made anew.
function bring(next) {
  for (const style of document.querySelectorAll("style + style")) style.remove();
  document.head.append(...next.querySelectorAll("style + style"));
  for (const { text, type } of next.scripts) {
    if (type || ran.has(text)) continue;
    const script = document.createElement("script");
    script.text = text;
    document.body.append(script);
    ran.add(text);
  }
}

// The exit is not moved and keeps its node: a press on it that began on the last page still counts on this one.
function show(page) {
  const next = parse(page.html);
  const nextExit = next.querySelector(".quick-exit");
  here = page;
  for (const node of [...document.body.children]) if (!node.matches(".dock, .live")) node.remove();
  for (const node of [...next.body.children]) if (!node.matches(".dock, .live, script")) document.body.append(node);
  dock.querySelector(".calls").replaceWith(next.querySelector(".calls"));
  exit.querySelector("span").textContent = nextExit.textContent;
  exit.href = nextExit.href;
  Object.assign(exit.dataset, nextExit.dataset);
  root.lang = next.documentElement.lang;
  root.dir = next.documentElement.dir;
  document.title = next.title;
  clear();
  bring(next);
  shown();
  scrollTo(0, page.scroll);
}

// Neither the title nor the heading is the first thing spoken aloud.
function focus(node) {
  (node || document.querySelector(".back") || document.querySelector("main")).focus({ preventScroll: true });
}

async function visit(address, remember = true) {
  const mine = startRequest();
  const waiting = setTimeout(() => announce(words().wait), WAIT_TIME);
  const late = setTimeout(() => mine.abort("late"), GIVE_UP_TIME);
  try {
    const answer = await fetch(address, { cache: "no-store", credentials: "omit", signal: mine.signal });
    const html = await answer.text();
    if (!isUnderWay(mine)) return;
    if (!isOurs(answer, html)) return location.replace(address);
    here.scroll = scrollY;
    if (remember) past.push(here);
    show({ address, html, scroll: 0 });
    focus();
  } catch {
    if (!isUnderWay(mine)) return;
    const again = document.createElement("button");
    again.textContent = words().retry;
    again.addEventListener("click", () => visit(address, remember));
    announce(words().offline + " ", again);
  } finally {
    clearTimeout(waiting);
    clearTimeout(late);
    if (isUnderWay(mine)) callOff();
  }
}

function isOurs(answer, html) {
  if (!answer.headers.get("content-type")?.includes("text/html")) return false;
  const page = parse(html);
  return page.querySelector("main") && page.documentElement.dataset.mark === root.dataset.mark;
}

function goBack(parent) {
  const page = past.pop();
  if (!page) return visit(parent, false);
  const left = here.address;
  callOff();
  show(page);
  focus([...document.querySelectorAll("main a")].find((link) => link.pathname === left));
}

// No click may change the fragment: it would be a line of its own in the history.
function scrollToPart(id) {
  const place = document.getElementById(id);
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}

// With Ctrl, Shift or the middle button too: another tab would keep its own address, and the exit would not close it.
// Nobody is kept from opening one: the browser's menu still can, and the page about traces says what that leaves.
function follow(event) {
  const link = event.button < 2 && event.target.closest("a[href]");
  if (!link || event.defaultPrevented || location.protocol === "file:") return;
  const href = link.getAttribute("href");
  const address = new URL(href, location); // a link of the map has no `pathname` of its own
  if (address.origin !== location.origin || link.hasAttribute("download")) return;
  event.preventDefault();
  if (href.startsWith("#")) scrollToPart(address.hash.slice(1));
  else if (link.matches(".back")) goBack(address.pathname);
  else visit(address.pathname);
}

document.addEventListener("click", follow);
document.addEventListener("auxclick", follow);

for (const { text } of document.scripts) ran.add(text);
shown();
