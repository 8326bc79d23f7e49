// One page load a visit: pages are fetched and put in place; the address and the history stay as they are.
import { offer, sayTitle } from "./live.js";
import { dock, exit, root, words } from "./page.js";
import { callOff, isUnderWay, startRequest } from "./request.js";

// The pages below the one shown, in memory only: of each its address and source, its parts as they were left (what was
// open, chosen or typed there), how far down one was, and the link that was followed.
const past = [];
let told = false; // that the device's own way back leaves the site: said once, with the first step
let here = { address: location.pathname, html: root.outerHTML, lang: root.lang }; // a browser that translates changes `lang`

// Styles as data: a parsed page is under the policy of this one, and each that is not known here would be told as a breach.
const parse = (html) => new DOMParser().parseFromString(html.replace(/^<style>(.*)<\/style>$/gm, "<script type=css>$1</" + "script>"), "text/html");

const shown = () => document.dispatchEvent(new Event("page:shown"));

const partsOf = (body) => [...body.children].filter((node) => !node.matches(".dock, .live, .spoken, script"));

const ran = new Set();
const { sheet } = document.querySelector("link ~ style"); // not one that an extension of the browser put first
const rules = sheet.cssRules.length; // those of every page

// What only some pages need comes with them. Scripts listen at the document, so each runs once a visit; styles change
// with the page. A page was parsed without running anything, and a script runs only where it is made anew. Rules that a
// script adds need no hash in the policy of the page, as another element with a style would.
function bring(next) {
  for (const style of document.querySelectorAll("style + style")) style.remove();
  while (sheet.cssRules.length > rules) sheet.deleteRule(rules);
  for (const style of next.querySelectorAll("[type=css] + [type=css]")) sheet.insertRule(`@media all{${style.textContent}}`, sheet.cssRules.length);
  document.querySelector("script[type]")?.remove(); // data for programs, of the page before
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
  callOff();
  document.querySelector(".once").hidden = true;
  here.parts = partsOf(document.body);
  for (const node of here.parts) node.remove();
  document.body.append(...(page.parts || partsOf(next.body)));
  here = page;
  dock.querySelector(".calls").replaceWith(next.querySelector(".calls"));
  exit.querySelector("span").textContent = nextExit.textContent;
  exit.href = nextExit.href;
  Object.assign(exit.dataset, nextExit.dataset);
  root.lang = page.lang = next.documentElement.lang;
  root.dir = next.documentElement.dir;
  document.title = next.title;
  bring(next);
  shown();
  if (past.length) document.querySelector(".trail").hidden = false;
  // From far down, Firefox now and then keeps what was seen, and the exit out of it: it moves for a step of its own.
  scrollTo(0, 1);
  scrollTo(0, page.scroll || 0);
  focus(document.querySelector(".trail:not([hidden]) .back"));
  sayTitle();
}

function focus(node) {
  (node || document.querySelector("main")).focus({ preventScroll: true });
}

// link: what was pressed. arrive: what is done with the page once it is there.
async function visit(address, link, arrive) {
  const again = () => visit(address, link, arrive);
  const mine = startRequest(link, again);
  let html;
  try {
    const answer = await fetch(address, { cache: "no-store", credentials: "omit", signal: mine.signal });
    html = await answer.text();
    if (!isUnderWay(mine)) return;
    if (!isOurs(answer, html)) return location.replace(address);
  } catch {
    if (!isUnderWay(mine)) return;
    callOff();
    return offer(words().offline, again);
  }
  arrive({ address, html });
}

function isOurs(answer, html) {
  if (!answer.headers.get("content-type")?.includes("text/html")) return false;
  const page = parse(html);
  return page.querySelector("main") && page.documentElement.dataset.mark === root.dataset.mark;
}

function goOn(address, link) {
  visit(address, link, (page) => {
    past.push(Object.assign(here, { scroll: scrollY, link }));
    show(page);
    document.querySelector(".once").hidden = told;
    told = true;
  });
}

// No step: the way back leads past it, and what is remembered is shown in the language now chosen.
function translate(address, link) {
  visit(address, link, (page) => {
    const portion = scrollY / root.scrollHeight;
    show(page);
    scrollTo(0, portion * root.scrollHeight);
    focus(document.querySelector(".menu summary, .languages [aria-current]"));
  });
}

function goBack(parent, link) {
  const page = past.at(-1);
  if (!page) return visit(parent, link, show);
  const arrive = (found) => {
    const left = here.address;
    past.pop();
    show(found);
    const followed = page.link.isConnected ? page.link : [...document.querySelectorAll("main a")].find((other) => other.pathname === left);
    if (!followed) return;
    followed.scrollIntoView({ block: "nearest" });
    focus(followed);
  };
  if (page.lang === here.lang) return arrive(page);
  const translation = parse(page.html).querySelector(`.languages [hreflang="${here.lang}"]`);
  visit(translation.pathname, link, (found) => arrive({ ...found, scroll: page.scroll }));
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
  else (link.matches(".back") ? goBack : link.matches(".languages a") ? translate : goOn)(address.pathname, link);
}

// What was typed is not left for whoever takes the device: where the page is covered, and where it is left.
function forget() {
  for (const box of document.querySelectorAll("main input")) {
    if (!box.value) continue; // or a box that nobody touched would ask for what it searches in
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const page of past) delete page.parts;
}

document.addEventListener("click", follow);
document.addEventListener("auxclick", follow);
document.addEventListener("page:veiled", forget);
document.addEventListener("exit:leaving", () => (past.length = 0));

for (const { text } of document.scripts) ran.add(text);
shown();
