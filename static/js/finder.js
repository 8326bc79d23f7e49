// From a postcode, a town, or the number or name of a département, to its page. All in the page: nothing is sent or kept. The
// names of towns come when the box is touched, the same for everybody.
import { distance } from "./distance.js";

const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15)
  .replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/&/g, " et ").replace(/[^a-z0-9]+/g, " ").trim();

// Kept from the start: a browser that translates the page may change the words of its links. And the shapes of the map,
// in the order of the list, take their names from it.
function learnNames() {
  const shapes = document.querySelectorAll(".map a");
  document.querySelectorAll(".territories a").forEach((link, place) => {
    // The number of the département is the folder of its page: said once, a hundred links weigh less.
    link.id = "d" + link.pathname.split("/").at(-2).toLowerCase();
    link.known = plain(link.textContent).replace(/^\S+/, "");
    shapes[place]?.setAttribute("aria-labelledby", link.id);
  });
}

// The first digits tell the département: two, overseas three, and in Corsica three for south or north.
function byRule(digits) {
  if (/^20[01]/.test(digits)) return ["2a"];
  if (/^20[26]/.test(digits)) return ["2b"];
  return digits.startsWith("20") ? ["2a", "2b"] : [digits.slice(0, /^9[78]/.test(digits) ? 3 : 2)];
}

// The first number of a text that can be a postcode or a département: not that of a street, not the 15 of "Paris 15e".
function numberIn(text) {
  const number = text.replace(/\b(paris|lyon|marseille) \d\d?\b/, "$1").match(/(?:^| )(\d(?: ?\d){0,4})(?! ?\d|[a-z])/)?.[1].replace(/ /g, "");
  return number || text.match(/(?:^| )(2[ab])(?= |$)/)?.[1];
}

// The networks that serve a postcode, then its département or départements.
function byNumber(finder, digits, at) {
  const exact = at([digits]);
  if (exact.length) return exact;
  const whole = digits.length === 5;
  // 34260+12: in 12 as well. 94390=91: in 91, whatever the rule says.
  const other = whole && finder.dataset.straddling.split(" ").find((row) => row.startsWith(digits));
  const codes = other ? other.slice(6).split(",") : [];
  if (other?.[5] !== "=") codes.push(...byRule(digits));
  const networks = whole ? finder.querySelectorAll(`[data-postcodes~="${digits}"] a`) : [];
  return [...networks, ...at(codes)];
}

// A name without what stands before it in a sentence: "je suis au Mans" is "mans", as is "Le Mans".
const bare = (text) => text.replace(/\bste\b/g, "sainte").replace(/\bst\b/g, "saint").replace(/ \d+(e|er|eme)?$/, "")
  .replace(/^((j|je|suis|habite|vis|loge|aller|a|au|aux|en|dans|sur|vers|de|du|des|d|l|le|la|les|pres|ville|departement|dept) )+/, "");

let towns = []; // of each town its name as it is written, as it is compared, and the département

async function learnTowns({ dataset }) {
  if (towns.length || !dataset.towns) return;
  const answer = await fetch(dataset.towns, { cache: "no-store", credentials: "omit" });
  const { towns: known } = await answer.json();
  towns = Object.entries(known).flatMap(([code, names]) => names.map((name) => [name, bare(plain(name)), code]));
}

// Those whose name has the text, a département before a town; or is nearly the same; or stands in it.
function byName(text, places, at) {
  const wanted = bare(text);
  if (wanted.length < 2) return [];
  const ofTowns = (fits) => {
    const there = new Map();
    for (const [name, known, code] of towns) if (fits(known)) there.set(at([code])[0], name);
    return [...there].map(([link, name]) => ({ link, name }));
  };
  const among = (fits) => places.filter((link) => fits(bare(link.known.trim()))).map((link) => ({ link }));
  const place = (link) => link.known.indexOf(" " + wanted);
  const named = places.filter((link) => place(link) >= 0).sort((one, other) => place(one) - place(other)).map((link) => ({ link }));
  const begun = [...named, ...ofTowns((name) => name === wanted), ...ofTowns((name) => name.startsWith(wanted))];
  if (begun.length) return begun;
  const within = (name) => name.length > 2 && ` ${wanted} `.includes(` ${name} `);
  const slips = wanted.length > 7 ? 2 : wanted.length > 4 ? 1 : 0;
  const near = (name) => slips && Math.abs(name.length - wanted.length) <= slips && distance(name, wanted) <= slips;
  const alike = [...among(near), ...ofTowns(near)];
  return alike.length ? alike : [...among(within), ...ofTowns(within)];
}

function found(finder, text) {
  const places = [...document.querySelectorAll(".territories a")];
  const at = (codes) => places.filter((link) => codes.includes(link.id.slice(1)));
  const digits = numberIn(text);
  const links = digits ? byNumber(finder, digits, at).map((link) => ({ link })) : [];
  return links.length || (digits && !bare(text).match(/[a-z]{3}/)) ? links : byName(text, places, at);
}

// done: the person waits for an answer, so a wrong word is answered too; before, they may still be typing.
function find(box, done) {
  const finder = box.closest(".finder");
  const text = plain(box.value).replace(done ? /^\d$/ : /^$/, "0$&");
  const answer = finder.querySelector(".found");
  const rows = new Map();
  if (text) for (const { link, name } of found(finder, text)) if (!rows.has(link)) rows.set(link, name);
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
  await learnTowns(target.closest(".finder")).catch(() => {}); // without network the names of départements are enough
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
