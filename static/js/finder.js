// From a postcode, or the number or name of a département, to its page. All in the page: nothing is sent or kept.
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15)
  .replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/[^a-z0-9]+/g, " ").trim();

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

// The networks that serve a postcode, then its département or départements; or those whose name has the text.
function found(finder, text) {
  const places = [...document.querySelectorAll(".territories a")];
  const at = (codes) => places.filter((link) => codes.includes(link.id.slice(1)));
  const exact = at([text]);
  if (exact.length) return exact;
  const digits = text.replace(/^f (?=\d)/, "").replace(/ /g, "").match(/^\d{1,5}(?!\d)/)?.[0];
  if (digits) {
    const whole = digits.length === 5;
    // 34260+12: in 12 as well. 94390=91: in 91, whatever the rule says.
    const other = whole && finder.dataset.straddling.split(" ").find((row) => row.startsWith(digits));
    const codes = other ? other.slice(6).split(",") : [];
    if (other?.[5] !== "=") codes.push(...byRule(digits));
    const networks = whole ? finder.querySelectorAll(`[data-postcodes~="${digits}"] a`) : [];
    return [...networks, ...at(codes)];
  }
  if (text.length < 2) return [];
  const place = (link) => link.known.indexOf(" " + text);
  return places.filter((link) => place(link) >= 0).sort((one, other) => place(one) - place(other));
}

// done: the person waits for an answer, so a wrong word is answered too; before, they may still be typing.
function find(box, done) {
  const finder = box.closest(".finder");
  const text = plain(box.value).replace(done ? /^\d$/ : /^$/, "0$&");
  const answer = finder.querySelector(".found");
  const links = text ? found(finder, text) : [];
  if (links.length) {
    const list = document.createElement("ul");
    list.className = "list first";
    for (const link of links.slice(0, 8)) {
      const copy = link.cloneNode(true);
      copy.removeAttribute("id");
      list.appendChild(document.createElement("li")).append(copy);
    }
    answer.replaceChildren(list);
  } else answer.textContent = box.value.trim() && (done || text.length > 4) ? finder.dataset.none : "";
  return links.length && answer.querySelector("a");
}

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
