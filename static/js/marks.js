// Lists of a text that one can mark: statements (reperes), signs (signes), things to do (liste). A mark lives in its button
// alone: nothing is sent, stored or typed, so the browser has nothing to keep. All go where the page is covered or left,
// also within the visit, for `navigation.js` keeps its parts for the way back.
const LIST = "ul:not([class])"; // of the text: cards and links have lists with a class
const HEADING = "h2, h3, h4";
const erasers = new WeakMap(); // by block: what takes its marks away
let blocks = []; // of the page shown
let labels = 0;

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

// The parts of the text before a block, or after it, up to the next of these blocks.
function partsBefore(block) {
  const parts = [];
  for (let node = block.previousElementSibling; node && !node.matches(".marks, h1"); node = node.previousElementSibling) parts.unshift(node);
  return parts;
}

function partsAfter(block) {
  const parts = [];
  for (let node = block.nextElementSibling; node && !node.matches(".marks, .beside, .sources, .search"); node = node.nextElementSibling) parts.push(node);
  return parts;
}

// What follows a part, up to one that a selector names.
function following(parts, start, end) {
  const rest = parts.slice(start);
  const last = rest.findIndex((node) => node.matches(end));
  return last < 0 ? rest : rest.slice(0, last);
}

const copies = (nodes) => nodes.map((node) => node.cloneNode(true));

// The words of an item, by which its buttons are named.
function label(item) {
  const words = make("span", { id: `m${++labels}` });
  words.append(...item.childNodes);
  item.append(words);
  return words;
}

// A cursor with few places. Arrow keys follow the direction of the writing.
function addDegrees(item, names, act) {
  const words = label(item);
  const group = make("span", { className: "degrees", role: "radiogroup" });
  group.setAttribute("aria-labelledby", words.id);
  const places = names.map((name) => make("button", { type: "button", role: "radio", textContent: name }));
  const choose = (chosen) => {
    for (const place of places) {
      place.ariaChecked = place === chosen;
      place.tabIndex = place === (chosen || places[0]) ? 0 : -1;
    }
    act();
  };
  group.addEventListener("click", (event) => places.includes(event.target) && choose(event.target));
  group.addEventListener("keydown", (event) => {
    const ahead = group.closest("[dir]").dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const step = { [ahead]: 1, ArrowDown: 1, [back]: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = places.at((places.indexOf(event.target) + step) % places.length);
    choose(next);
    next.focus();
  });
  group.append(...places);
  item.append(group);
  choose();
  return { item, words, choose, degree: () => places.findIndex((place) => place.ariaChecked === "true") };
}

// All of the item can be pressed, but what leads elsewhere.
function addTick(item, act) {
  const words = label(item);
  const tick = make("button", { type: "button", role: "checkbox", className: "tick" });
  tick.setAttribute("aria-labelledby", words.id);
  const set = (isMarked) => (tick.ariaChecked = isMarked);
  item.addEventListener("click", (event) => {
    if (event.target.closest("a, button:not(.tick), .answer")) return;
    set(tick.ariaChecked !== "true");
    act(item);
  });
  item.prepend(tick);
  set(false);
  return { item, words, set, isMarked: () => tick.ariaChecked === "true" };
}

// Each item of some lists with its buttons.
function dress(lists, add) {
  return lists.flatMap((list) => {
    list.className = "marked";
    return [...list.children].map(add);
  });
}

// Which statements, what that is called, whom to talk to: nothing is counted, and nothing says that all is well.
function statements(block) {
  const parts = partsBefore(block);
  const lists = parts.filter((node) => node.matches(LIST));
  const names = block.dataset.degrees.split("|");
  const answer = block.querySelector(".answer");
  const found = block.querySelector(".found");
  const see = block.querySelector(".see");
  const close = () => {
    answer.hidden = true;
    see.ariaExpanded = false;
    found.replaceChildren();
  };
  const all = dress(lists, (item) => addDegrees(item, names, close));
  lists[0]?.before(block.querySelector(".unkept"));

  const part = (list) => {
    const at = parts.indexOf(list);
    const marked = all.filter(({ item, degree }) => item.parentNode === list && degree() > 0);
    if (!marked.length) return [];
    const copy = list.cloneNode(false);
    copy.className = "";
    for (const { words, degree } of marked) {
      const line = make("li");
      line.append(...words.cloneNode(true).childNodes, " ", make("span", { className: "note", textContent: names[degree()] }));
      copy.append(line);
    }
    const heading = parts.slice(0, at).findLast((node) => node.matches(HEADING));
    const title = heading ? [make("h4", { lang: heading.lang, dir: heading.dir, textContent: heading.textContent })] : [];
    return [...title, copy, ...copies(following(parts, at + 1, `${HEADING}, .marked, .unkept`))];
  };

  see.addEventListener("click", () => {
    if (!answer.hidden) return close();
    found.replaceChildren(...lists.flatMap(part));
    block.querySelector(".none").hidden = found.childElementCount;
    answer.hidden = false;
    see.ariaExpanded = true;
    answer.querySelector("h3").focus();
  });
  return () => {
    for (const { choose } of all) choose();
    close();
  };
}

// One mark is enough: below it stand at once the sentences that follow the block.
function signs(block) {
  const lists = partsBefore(block).filter((node) => node.matches(LIST));
  const closing = following(partsAfter(block), 0, HEADING);
  const answer = make("div", { className: "answer", role: "status" });
  const all = dress(lists, (item) => addTick(item, show));
  lists[0]?.before(block.querySelector(".unkept"));

  // It stays below the first mark. Put there empty, then filled: so it is read aloud.
  function show() {
    const marked = all.filter(({ isMarked }) => isMarked()).map(({ item }) => item);
    if (marked.includes(answer.parentNode)) return;
    answer.replaceChildren();
    answer.remove();
    marked[0]?.append(answer);
    if (marked.length) setTimeout(() => answer.isConnected && answer.replaceChildren(...copies(closing)), 50);
  }

  return () => {
    for (const { set } of all) set(false);
    show();
  };
}

// What is to be done, by situation. Nothing of it is printed unless asked for twice.
function checklist(block) {
  const parts = partsAfter(block);
  const lists = parts.filter((node) => node.matches(LIST));
  const all = dress(lists, (item) => addTick(item, () => {}));
  const choice = block.querySelector(".choice");
  const ending = block.querySelector(".ending");
  const warning = ending.querySelector(".warning");
  const ask = ending.querySelector(".ask");
  const printed = block.querySelector(".printed ul");
  let title; // of the page, while it is printed under another

  const chips = parts.filter((node) => node.matches("h3")).map((heading) => {
    const section = [heading, ...following(parts, parts.indexOf(heading) + 1, "h2, h3")];
    const chip = make("button", { type: "button", textContent: heading.textContent, lang: heading.lang, dir: heading.dir });
    const press = (isPressed) => {
      chip.ariaPressed = isPressed;
      for (const node of section) node.hidden = !isPressed;
    };
    chip.addEventListener("click", () => press(chip.ariaPressed !== "true"));
    press(false);
    return { chip, press };
  });
  choice.querySelector(".needs").append(...chips.map(({ chip }) => chip));
  choice.hidden = false;
  for (const node of choice.querySelectorAll(":scope > :not(.unkept)")) node.hidden = !chips.length;

  const last = parts.lastIndexOf(lists.at(-1));
  [lists.at(-1), ...following(parts, last + 1, HEADING)].at(-1)?.after(ending);
  ending.hidden = false;

  const warn = (isShown) => {
    warning.hidden = !isShown;
    ask.ariaExpanded = isShown;
  };
  const endPrinting = () => {
    block.classList.remove("printing");
    printed.replaceChildren();
    if (document.title === block.dataset.title) document.title = title; // or the exit has given it another
  };

  ask.addEventListener("click", () => {
    warn(warning.hidden);
    if (!warning.hidden) warning.querySelector("p").focus();
  });
  ending.querySelector(".print").addEventListener("click", () => {
    warn(false);
    ask.focus();
    const chosen = all.filter(({ item }) => !item.parentNode.hidden);
    printed.replaceChildren(...chosen.map(({ words, isMarked }) => make("li", { className: isMarked() ? "done" : "", textContent: words.textContent })));
    block.classList.add("printing");
    title = document.title;
    document.title = block.dataset.title;
    addEventListener("afterprint", endPrinting, { once: true });
    print();
  });
  return () => {
    for (const { press } of chips) press(false);
    for (const { set } of all) set(false);
    warn(false);
    endPrinting();
  };
}

const KINDS = { reperes: statements, signes: signs, liste: checklist };

function erase() {
  for (const block of blocks) erasers.get(block)();
}

function begin(block) {
  if (erasers.has(block)) return;
  block.hidden = false;
  erasers.set(block, KINDS[block.dataset.kind](block));
}

document.addEventListener("page:shown", () => {
  erase(); // of the page before
  blocks = [...document.querySelectorAll(".marks")];
  blocks.forEach(begin);
});
document.addEventListener("page:veiled", erase);
document.addEventListener("exit:leaving", erase);
document.addEventListener("click", (event) => {
  const button = event.target.closest(".erase");
  if (!button) return;
  erase();
  document.dispatchEvent(new CustomEvent("page:said", { detail: blocks[0].dataset.erased }));
});
