// Lists of a text that one can mark: statements (reperes), signs (signes), things to do (liste). A mark lives in its button
// alone: nothing is sent, stored or typed, so the browser has nothing to keep. All go where the page is covered or left,
// also within the visit, for `navigation.js` keeps its parts for the way back.
const HEADING = "h2, h3, h4";
const END = ".marks, .beside, .sources";
let main; // of the page shown
let labels = 0;
let title; // of the page, while it is printed under another

const all = (selector) => [...main.querySelectorAll(selector)];

const one = (selector) => main.querySelector(selector);

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

const copyOf = (node, tag) => {
  const copy = make(tag, { lang: node.closest("[lang]").lang, dir: node.closest("[dir]").dir });
  copy.append(...node.cloneNode(true).childNodes);
  return copy;
};

// What stands behind a part of the text, up to one that a selector names.
function following(node, end) {
  const found = [];
  for (let next = node.nextElementSibling; next && !next.matches(end); next = next.nextElementSibling) found.push(next);
  return found;
}

// The nearest part before one that a selector names, or the first of all.
function before(node, wanted) {
  let found = node.previousElementSibling;
  while (!found.matches(wanted) && found.previousElementSibling) found = found.previousElementSibling;
  return found;
}

// An item with its words, which name its buttons: a cursor with few places, or one tick.
function dress(item, degrees) {
  const words = make("span", { id: `m${++labels}` });
  words.append(...item.childNodes);
  const { lang, dir } = document.documentElement; // a text that nobody has translated is in another language
  const group = make("span", { className: "degrees", role: "radiogroup", lang, dir });
  const tick = make("button", { type: "button", role: "checkbox", className: "tick" });
  if (degrees) group.append(...degrees.split("|").map((name) => make("button", { type: "button", role: "radio", textContent: name })));
  item.append(...(degrees ? [words, group] : [tick, words]));
  (degrees ? group : tick).setAttribute("aria-labelledby", words.id);
}

// The lists that belong to a block: cards and links have lists with a class, as those of another block by now.
function begin(block) {
  const { kind, degrees } = block.dataset;
  const parts = following(kind === "liste" ? block : before(block, ".marks"), END);
  const lists = parts.filter((node) => node.matches("ul:not([class])"));
  if (!lists.length) return;
  block.hidden = false;
  for (const list of lists) {
    list.className = `marked ${kind}`;
    for (const item of list.children) dress(item, degrees);
  }
  if (kind === "liste") offerSituations(block, parts, lists.at(-1));
  else lists[0].before(block.querySelector(".unkept"));
}

// Each heading below that of a part is a situation: its part is shown to those who choose it.
function offerSituations(block, parts, last) {
  const chips = parts.filter((node) => node.matches("h3")).map((heading, number) => {
    for (const node of [heading, ...following(heading, `h2, h3, ${END}`)]) node.dataset.situation = number;
    return Object.assign(copyOf(heading, "button"), { type: "button", className: "chip" });
  });
  one(".chips").append(...chips);
  one(".choice").hidden = !chips.length;
  [last, ...following(last, `${HEADING}, ${END}`)].at(-1).after(one(".ending"));
  one(".ending").hidden = false;
}

// One place of a cursor, or none. Only the place that is chosen is reached by Tab, the others by the arrows.
function choose(places, chosen) {
  for (const place of places) {
    place.ariaChecked = place === chosen;
    place.tabIndex = place === (chosen || places[0]) ? 0 : -1;
  }
  open(".see", ".of-statements", false);
}

function open(button, part, isOpen) {
  if (!one(part)) return;
  one(part).hidden = !isOpen;
  one(button).ariaExpanded = isOpen;
  if (isOpen) one(`${part} [tabindex]`).focus();
}

function chooseSituation(chip, isChosen) {
  chip.ariaPressed = isChosen;
  for (const node of all(`[data-situation="${[...chip.parentNode.children].indexOf(chip)}"]`)) node.hidden = !isChosen;
}

// Which statements of a list, what that is called, whom to talk to: nothing is counted, and nothing says that all is well.
function told(list) {
  const copy = list.cloneNode(true);
  for (const item of [...copy.children]) {
    const chosen = item.querySelector("[role] + [aria-checked=true]");
    if (chosen) item.lastChild.replaceWith(" ", make("span", { className: "note", textContent: chosen.textContent }));
    else item.remove();
  }
  copy.className = "";
  const heading = before(list, HEADING);
  return copy.children.length ? [...(heading.matches(HEADING) ? [copyOf(heading, "h4")] : []), copy, ...copies(following(list, `${HEADING}, .marked, .marks`))] : [];
}

// One sign is enough: below the first that was marked stand at once the sentences that follow the block.
function tellOfSigns() {
  const shown = one(".signes .answer");
  if (shown?.parentNode.matches(":has([aria-checked=true])")) return;
  shown?.remove();
  const answer = make("div", { className: "answer", role: "status" });
  one(".signes > :has([aria-checked=true])")?.append(answer);
  // Put there empty, then filled: so it is read aloud.
  setTimeout(() => answer.isConnected && answer.append(...copies(following(one("[data-kind=signes]"), `${HEADING}, ${END}`))), 50);
}

const ACTS = {
  see(button) {
    const isOpen = button.ariaExpanded !== "true";
    const found = all(".reperes").flatMap(told);
    one(".found").replaceChildren(...found);
    one(".none").hidden = found.length;
    open(".see", ".of-statements", isOpen);
  },
  erase() {
    erase();
    document.dispatchEvent(new CustomEvent("page:said", { detail: one(".marks").dataset.erased }));
  },
  chip(button) {
    chooseSituation(button, button.ariaPressed !== "true");
  },
  ask(button) {
    open(".ask", ".warning", button.ariaExpanded !== "true");
  },
  print() {
    open(".ask", ".warning", false);
    one(".ask").focus();
    one(".printed div").replaceChildren(...copies(all(".liste:not([hidden])")));
    one(".checklist").classList.add("printing");
    title = document.title;
    document.title = one(".checklist").dataset.title;
    addEventListener("afterprint", endPrinting, { once: true });
    print();
  },
};

function endPrinting() {
  const block = one(".checklist");
  if (!block) return;
  block.classList.remove("printing");
  one(".printed div").replaceChildren();
  if (document.title === block.dataset.title) document.title = title; // or the exit has given it another
}

function erase() {
  if (!main) return;
  for (const group of all(".degrees")) choose([...group.children]);
  for (const tick of all(".tick")) tick.ariaChecked = false;
  for (const chip of all(".chip")) chooseSituation(chip, false);
  tellOfSigns();
  open(".ask", ".warning", false);
  one(".found")?.replaceChildren();
  endPrinting();
}

document.addEventListener("page:shown", () => {
  erase(); // the page before
  main = document.querySelector("main");
  for (const block of all(".marks:not(.ready)")) {
    block.classList.add("ready");
    begin(block);
  }
  erase();
});

document.addEventListener("click", ({ target }) => {
  const item = target.closest(".marked > li");
  const button = target.closest("main button");
  if (!item) return ACTS[button?.className]?.(button);
  if (target.closest("a, .answer")) return;
  const tick = item.querySelector(".tick");
  if (tick) {
    tick.ariaChecked = tick.ariaChecked !== "true";
    tellOfSigns();
  } else if (button) choose([...button.parentNode.children], button);
});

// Along the line of a cursor, in the direction of the writing.
document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (target.role !== "radio") return;
  const across = ["ArrowLeft", "ArrowRight"];
  if (target.closest("[dir]").dir === "rtl") across.reverse();
  const step = ["ArrowUp", across[0], "ArrowDown", across[1]].indexOf(key);
  if (step < 0) return;
  event.preventDefault();
  const places = [...target.parentNode.children];
  const next = places.at((places.indexOf(target) + (step < 2 ? -1 : 1)) % places.length);
  choose(places, next);
  next.focus();
});

document.addEventListener("page:veiled", erase);
document.addEventListener("exit:leaving", erase);
