// Finds pages by the words that people say. The index comes when the box is touched; what is typed is not sent or kept.
// A text is read here as `content/word_forms.py` reads those of the index, by the rules that come with it.
import { distance } from "./distance.js";

const BOX = ".search input";
const indexes = new Map(); // by address: each language has its own

const fold = (text) => text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/\p{M}/gu, "")
  .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15).replace(/(\d)[\s.-]+(?=\d)/g, "$1");

function stems(text, { rules, spaced }) {
  let found = fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  if (!spaced) found = found.flatMap((word) => Array.from({ length: word.length - 1 || 1 }, (_, at) => word.slice(at, at + 2)));
  return found.map((word) => rules.reduce((form, [pattern, by]) => form.replace(pattern, by), word)).filter(Boolean);
}

const prepare = (index) => ({
  ...index,
  terms: Object.entries(index.terms),
  rules: index.rules.map(([pattern, by]) => [new RegExp(pattern, "gu"), by]),
});

// Asked for once, also where one types before it has come; after a failure the next key asks again.
function load(address) {
  const asked = indexes.get(address) || fetch(address, { cache: "no-store", credentials: "omit" }).then((answer) => answer.json()).then(prepare);
  indexes.set(address, asked);
  asked.catch(() => indexes.delete(address));
  return asked;
}

// The same word counts for one, its beginning for less, a slip for less still.
function nearness(term, wanted) {
  if (term === wanted) return 1;
  if (wanted[0] !== term[0] || /\s/.test(term + wanted)) return 0;
  if (wanted.length > 1 && term.startsWith(wanted)) return 0.7 * (wanted.length / term.length) ** 0.5;
  const slips = /\d/.test(wanted) ? 0 : wanted.length > 6 ? 2 : wanted.length > 3 ? 1 : 0;
  if (!slips || Math.abs(term.length - wanted.length) > slips) return 0;
  const far = distance(term, wanted);
  return far > slips ? 0 : 0.5 / far;
}

function search(text, index) {
  const scores = new Map();
  const asked = stems(text, index);
  const pairs = asked.slice(1).map((word, at) => `${asked[at]} ${word}`);
  for (const word of new Set([...asked, ...pairs])) {
    const hits = new Map();
    for (const [term, marks] of index.terms) {
      const near = nearness(term, word);
      if (near) for (const mark of marks) hits.set(mark / 10 | 0, Math.max(hits.get(mark / 10 | 0) || 0, near * (mark % 10)));
    }
    const rarity = Math.log(1 + index.pages.length / (1 + hits.size));
    for (const [page, count] of hits) {
      const [sum, words] = scores.get(page) || [0, 0];
      scores.set(page, [sum + count * rarity, words + word.split(" ").length]);
    }
  }
  return [...scores].sort(([, one], [, other]) => other[0] * other[1] - one[0] * one[1]).slice(0, 6).map(([page]) => index.pages[page]);
}

function show(part, pages, index) {
  part.querySelector("ul").replaceChildren(...pages.map(([title, path, place, lang]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const where = document.createElement("p");
    link.href = index.base + path;
    link.textContent = title;
    if (lang) link.lang = lang;
    where.textContent = index.places[place];
    item.append(link, where);
    return item;
  }));
}

// done: the person waits for an answer.
async function find(box, done) {
  const part = box.closest(".search");
  const told = part.querySelector("[role]");
  try {
    const index = await load(part.dataset.index);
    const asks = stems(box.value, index).length;
    const pages = asks ? search(box.value, index) : [];
    show(part, pages, index);
    told.textContent = pages.length ? `${part.dataset.count} ${pages.length}` : "";
    part.querySelector(".nothing").hidden = pages.length || !box.value.trim() || !(done || box.value.length > 3);
  } catch {
    told.textContent = document.querySelector("main").dataset.offline;
  }
}

document.addEventListener("focusin", ({ target }) => target.matches(BOX) && find(target));
document.addEventListener("input", ({ target }) => target.matches(BOX) && find(target));
document.addEventListener("keydown", async (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches?.(BOX)) return;
  event.preventDefault();
  await find(event.target, true);
  document.querySelector(".search li a")?.focus();
});
