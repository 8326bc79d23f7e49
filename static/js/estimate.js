// Works out what an aid would come to, by the numbers that stand in the page. What is typed is not sent or kept, and goes
// when the page is covered or left. All amounts are whole cents, as in `content/scale_formula.py`.
const LONGEST = 9; // digits

const numbers = (text) => text.split(" ").map(Number);

const tableOf = ({ base, children, kept, limits, laterLimits, gifts, laterGifts, near }) => ({
  base: Number(base),
  children: numbers(children),
  kept: numbers(kept),
  limits: numbers(limits),
  laterLimits: numbers(laterLimits),
  gifts: numbers(gifts),
  laterGifts: numbers(laterGifts),
  near: Number(near),
});

// An amount as people type it: 1200, 1 200,50, 1.200, ١٢٠٠. What has more than one meaning, or none, is null.
function read(text) {
  const plain = text
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15)
    .replace(/٫/g, ",")
    .replace(/[\s٬'’\u200e\u200f]|€|eur(os?)?$/gi, "");
  const found = /^(?:([1-9]\d{0,2}(?:[.,]\d{3})+)|(\d+))(?:[.,](\d{0,2}))?$/.exec(plain);
  const whole = found && (found[1] || found[2]).replace(/\D/g, "");
  return whole && whole.length <= LONGEST ? Number(whole) * 100 + Number((found[3] || "").padEnd(2, "0")) : null;
}

// The last value holds for all further children.
const at = (values, count) => values[Math.min(count, values.length - 1)];

// The amount, whether it is a loan, and what the office may find otherwise: more, a gift, or simply something else.
function workOut(table, count, income) {
  let full = table.base;
  for (let child = 0; child < count; child++) full += at(table.children, child);
  const share = table.kept[table.limits.filter((limit) => income > limit).length];
  const gift = at(table.gifts, count);
  const isAbove = (limit, later) => income > limit && income <= later + table.near;
  const isBelow = (limit) => income <= limit && income > limit - table.near;
  return {
    amount: Math.floor((full * share + 50) / 100),
    loan: income > gift,
    more: table.limits.some((limit, band) => isAbove(limit, table.laterLimits[band])),
    rather: isAbove(gift, at(table.laterGifts, count)),
    other: [...table.limits, gift].some(isBelow),
  };
}

// With the digits that stand on a telephone's keys, as the build writes amounts.
const format = (lang, cents) => new Intl.NumberFormat(`${lang}-u-nu-latn`, { style: "currency", currency: "EUR" }).format(cents / 100);

function show(part) {
  const box = part.querySelector("input");
  const count = Number(part.querySelector("output").textContent);
  const income = read(box.value);
  const found = income !== null;
  const unread = !found && box.value.trim() !== "";
  const state = { found, unread, asked: !found && !unread, ...(found && workOut(tableOf(part.dataset), count, income)) };
  state.gift = !state.loan;
  state.near = state.more || state.rather || state.other;
  for (const node of part.querySelectorAll("[data-when]")) node.hidden = !state[node.dataset.when];
  part.querySelector(".sum bdi").textContent = found ? format(document.documentElement.lang, state.amount) : "";
  part.querySelector("[data-step]").ariaDisabled = count === 0;
  box.ariaInvalid = unread;
}

const all = () => document.querySelectorAll(".estimate");

function forget() {
  for (const part of all()) {
    part.querySelector("input").value = "";
    part.querySelector("output").textContent = 0;
    show(part);
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest(".estimate [data-step]");
  if (!button) return;
  const part = button.closest(".estimate");
  const count = part.querySelector("output");
  count.textContent = Math.max(0, Number(count.textContent) + Number(button.dataset.step));
  show(part);
});
document.addEventListener("input", ({ target }) => target.matches(".estimate input") && show(target.closest(".estimate")));
document.addEventListener("page:shown", () => all().forEach(show));
document.addEventListener("page:veiled", forget);
document.addEventListener("exit:leaving", forget);
