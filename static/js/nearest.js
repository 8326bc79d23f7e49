// Those who are nearest to a commune come first. All in the page: nothing is sent or kept. Where communes are comes when
// the box is touched, the same for everybody.
import { plain } from "./plain.js";

const BOX = ".near input";
const SAME_GROUP = 20; // kilometres: where nobody says how far two communes of one intercommunality are from each other
const known = new Map(); // by address: each département has its own

// Asked for once, also where one types before it has come; after a failure the next key asks again.
function learn(address) {
  const asked = known.get(address) || fetch(address, { cache: "no-store", credentials: "omit" }).then((answer) => answer.json())
    .then(({ communes }) => new Map(communes.map((one) => [plain(one[0]), one])));
  known.set(address, asked);
  asked.catch(() => known.delete(address));
  return asked;
}

// All communes of a postcode; or the one in whose name the text begins a word, the shortest first.
function communesOf(text, communes) {
  const digits = text.replace(/ /g, "").match(/\d{5}/);
  if (digits) return [...communes.values()].filter(([, postcodes]) => postcodes.includes(digits[0]));
  const wanted = " " + text.replace(/\bst(e?)\b/g, "saint$1");
  const place = (name) => ` ${name}`.indexOf(wanted);
  const begun = [...communes.keys()].filter((name) => wanted[2] && place(name) >= 0);
  const [first] = begun.sort((one, other) => place(one) - place(other) || one.length - other.length);
  return first ? [communes.get(first)] : [];
}

// In kilometres, as on a map: a département is small.
function farness(one, other) {
  if (one === other) return 0;
  const [, , group, south, west] = one;
  if (!south || !other?.[3]) return group && group === other?.[2] ? SAME_GROUP : Infinity;
  return Math.hypot(south - other[3], (west - other[4]) * Math.cos(south / 57.3)) * 111;
}

// The nearest first, each with its distance; without a place, in their own order. Gives the first of each kind, by need.
function arrange(here, communes, far, text) {
  return [...document.querySelectorAll(".group")].map((group) => {
    const lists = [...group.querySelectorAll("ol")].map((list) => {
      const rows = [...list.children];
      rows.forEach((row, at) => {
        const name = row.querySelector("b");
        const [called, postcode] = name.firstChild.data.split(" · ");
        const there = communes.get(plain(called));
        name.querySelector("i")?.remove();
        row.at ??= at;
        row.far = Math.min(...here.map((one) => farness(one, there))) - text.includes(postcode); // a city has many
        if (there?.[3] && row.far > 0 && row.far < Infinity) {
          name.append(Object.assign(document.createElement("i"), { textContent: far.replace("0", Math.ceil(row.far)), lang: document.documentElement.lang }));
        }
      });
      rows.sort((one, other) => (one.far - other.far || 0) || one.at - other.at);
      list.append(...rows);
      return rows[0];
    });
    return lists.sort((one, other) => one.far - other.far || 0);
  });
}

// One of each kind, for each need two at most, with what they are.
const firstOf = (groups) => groups.flatMap((rows) => rows.slice(0, 2)).map((row) => {
  const copy = row.cloneNode(true);
  copy.prepend(Object.assign(document.createElement("p"), { textContent: row.parentNode.previousElementSibling.textContent }));
  return copy;
});

// done: the person waits for an answer.
async function find(box, done) {
  const part = box.closest(".near");
  const { address, around, far, none } = part.dataset;
  const told = part.querySelector("[role]");
  try {
    const communes = await learn(address);
    const text = plain(box.value);
    const here = text ? communesOf(text, communes) : [];
    const groups = arrange(here, communes, far, text);
    part.querySelector("ol").replaceChildren(...(here.length ? firstOf(groups) : []));
    told.textContent = here.length ? `${around} ${here[1] ? box.value.trim() : here[0][0]}` : text && (done || text.length > 4) ? none : "";
  } catch {
    told.textContent = document.querySelector("main").dataset.offline;
  }
}

document.addEventListener("focusin", ({ target }) => target.matches(BOX) && find(target));
document.addEventListener("input", ({ target }) => target.matches(BOX) && find(target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches?.(BOX)) return;
  event.preventDefault();
  find(event.target, true);
  event.target.blur(); // the keyboard of a telephone would cover what was found
});
