// From a postcode, a town, or the number or name of a département, to its page. All in the page: nothing is sent or kept. What
// the page does not know of places comes when the box is touched, the same for everybody.
import { distance } from "./distance.js";
import { plain } from "./plain.js";

// Kept from the start: a browser that translates the page may change the words of its links.
function learnNames() {
  const links = [...document.querySelectorAll(".territories a")];
  for (const link of links) {
    // The number of the département is the folder of its page: said once, a hundred links weigh less.
    link.id = "d" + link.pathname.split("/").at(-2).toLowerCase();
    link.known = plain(link.textContent).replace(/^\S+ /, "");
  }
  const map = document.querySelector(".map[data-labels]"); // once: a page that is shown again has its map
  if (map) draw(map, links);
}

// A shape for each link of the list, at the place that the map has for it, and named by the link.
function draw(map, links) {
  const one = map.querySelector("a");
  map.dataset.labels.split(",").forEach((label, place) => {
    const { id } = links[place];
    const shape = one.cloneNode(true);
    shape.setAttribute("href", links[place].getAttribute("href"));
    shape.setAttribute("transform", `translate(${label})`);
    shape.setAttribute("aria-labelledby", id);
    shape.lastChild.textContent = id.slice(1).toUpperCase();
    one.before(shape);
  });
  one.remove();
  delete map.dataset.labels;
}

// The first number of a text that can be a postcode or a département: not the 15 of "Paris 15e".
const numberIn = (text) => text.replace(/\b(paris|lyon|marseille) \d\d?\b/, "$1").match(/(^| )(2[ab]|\d( ?\d){0,4})(?! ?\d|[a-z])/)?.[2].replace(/ /g, "");

// A name without what stands before it: "Le Mans" and "au Mans" are "mans".
const bare = (text) => text.replace(/\bst(e?)\b/g, "saint$1").replace(/^((a|au|aux|en|dans|de|du|des|d|l|le|la|les) )+/, "");

let known; // towns, postcodes of two départements, postcodes of networks

async function learn({ dataset }) {
  if (known) return;
  const answer = dataset.address && (await fetch(dataset.address, { cache: "no-store", credentials: "omit" }));
  known = answer ? await answer.json() : JSON.parse(dataset.known);
  const named = ([code, names]) => names.map((name) => ({ code, name, plain: bare(plain(name)) }));
  known.towns = Object.entries(known.towns).flatMap(named);
}

// A network's page lies in the folder of its département; in a copy that is opened from files, addresses name the file.
function linkTo(above, { folder, titles }) {
  const link = document.createElement("a");
  link.href = above.getAttribute("href").replace(/(index\.html)?$/, folder + "$1");
  [link.textContent, link.lang] = titles[document.documentElement.lang];
  return { link };
}

// The networks that serve a postcode, then its département or départements: the first digits tell it, with exceptions.
function byNumber(digits, places) {
  const codes = known?.straddling[digits] || known?.straddling[digits.slice(0, 3)];
  const there = places.filter(({ code }) => (codes ? codes.includes(code) : digits.startsWith(code)));
  const serving = ({ code, link }) => (known?.networks[code] || []).filter((one) => one.postcodes.includes(digits)).map((one) => linkTo(link, one));
  return [...there.flatMap(serving), ...there];
}

// Those in whose name the text begins a word; else those whose name is nearly the same, or stands in the text.
function byName(text, places) {
  const wanted = bare(text);
  if (wanted.length < 2) return [];
  const all = [...places, ...(known?.towns || [])];
  const place = (one) => ` ${one.plain}`.indexOf(` ${wanted}`);
  const rank = (one) => place(one) * 100 + one.plain.length * !!one.name;
  const begun = all.filter((one) => place(one) === 0 || (!one.name && place(one) > 0));
  if (begun.length) return begun.sort((one, other) => rank(one) - rank(other));
  const slips = wanted.length > 7 ? 2 : wanted.length > 4 ? 1 : 0;
  const near = all.filter((one) => slips && Math.abs(one.plain.length - wanted.length) <= slips && distance(one.plain, wanted) <= slips);
  return near.length ? near : all.filter((one) => one.plain.length > 2 && ` ${wanted} `.includes(` ${one.plain} `));
}

function found(text) {
  const links = [...document.querySelectorAll(".territories a")];
  const places = links.map((link) => ({ link, code: link.id.slice(1), plain: bare(link.known) }));
  const digits = numberIn(text);
  const all = digits ? byNumber(digits, places) : byName(text, places);
  return all.map(({ link, code, name }) => [link || document.getElementById("d" + code), name]);
}

// done: the person waits for an answer, so a wrong word is answered too; before, they may still be typing.
function find(box, done) {
  const finder = box.closest(".finder");
  const text = plain(box.value).replace(done ? /^\d$/ : /^$/, "0$&");
  const answer = finder.querySelector(".found");
  const rows = new Map();
  if (text) for (const [link, name] of found(text)) if (!rows.has(link)) rows.set(link, name);
  if (rows.size) {
    const list = document.createElement("ul");
    list.className = "list first";
    for (const [link, name] of [...rows].slice(0, 8)) {
      const item = document.createElement("li");
      const copy = link.cloneNode(true);
      copy.removeAttribute("id");
      item.append(copy);
      if (name) item.append(Object.assign(document.createElement("p"), { textContent: name, lang: "fr", translate: false }));
      list.append(item);
    }
    answer.replaceChildren(list);
  } else answer.textContent = box.value.trim() && (done || text.length > 4) ? finder.dataset.none : "";
  return rows.size && answer.querySelector("a");
}

document.addEventListener("focusin", async ({ target }) => {
  if (!target.matches(".finder input")) return;
  await learn(target.closest(".finder")).catch(() => {}); // without network the names of départements are enough
  if (target.value) find(target);
});
document.addEventListener("page:shown", learnNames);
document.addEventListener("input", (event) => event.target.matches(".finder input") && find(event.target));
document.addEventListener("change", (event) => {
  // Also comes when one presses on what was found: that must stay where it is.
  if (event.target.matches(".finder input") && !document.querySelector(".found a")) find(event.target, true);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches?.(".finder input")) return;
  event.preventDefault(); // or the same press would follow the link that it goes to
  const first = find(event.target, true);
  if (first) first.focus();
});
