// Brings the file that was chosen to the editor, piece by piece and with how far it is; says that a press is on its way.

const progress = document.querySelector("#progress");
const told = document.querySelector("#told");
const bar = document.querySelector("#bar");
const input = document.querySelector("#file");
const buttons = document.querySelectorAll("main button");

function busy(sentence) {
  for (const button of buttons) button.disabled = Boolean(sentence);
  progress.textContent = sentence;
  progress.hidden = !sentence;
}

function failed(sentence) {
  busy("");
  bar.hidden = true;
  told.textContent = sentence || document.body.dataset.failed;
  told.hidden = false;
}

// The sentence of an answer that is none of ours, as of a server that is gone, is nothing.
function answerOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

// Not fetch: it does not say how much of a body is sent.
function bring(file, isFirst) {
  const request = new XMLHttpRequest();
  const question = new URLSearchParams({ nom: file.name, premier: isFirst ? "1" : "" });
  return new Promise((done, refused) => {
    request.upload.addEventListener("progress", event => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      const answer = answerOf(request);
      if (request.status === 200 && answer.name) done(answer.name);
      else refused(new Error(answer.sentence));
    });
    request.addEventListener("error", () => refused(new Error("")));
    request.open("PUT", `${choose.dataset.bring}?${question}`);
    request.send(file);
  });
}

async function bringAll() {
  busy(choose.dataset.bringing);
  told.hidden = true;
  bar.hidden = false;
  for (const field of choose.querySelectorAll("[name=brought]")) field.remove();
  try {
    for (const [number, file] of [...input.files].entries()) {
      bar.value = 0;
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "brought", value: await bring(file, number === 0) });
      choose.append(field);
    }
  } catch (error) {
    failed(error.message);
    return;
  }
  bar.hidden = true;
  busy(choose.dataset.busy);
  choose.submit();
}

const choose = document.querySelector("#choose");
document.addEventListener("submit", event => {
  const form = event.target;
  if (form === choose && input.files.length) {
    event.preventDefault();
    bringAll();
  } else if (form.dataset.busy) {
    // Only then: a button that is off tells the server nothing.
    setTimeout(() => busy(form.dataset.busy));
  }
});

// One tick for all of a kind.
for (const all of document.querySelectorAll(".all")) {
  const ticks = [...all.closest("details").querySelectorAll("[name=new]")];
  all.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
  });
  for (const tick of ticks) {
    tick.addEventListener("change", () => {
      const ticked = ticks.filter(each => each.checked).length;
      all.checked = ticked === ticks.length;
      all.indeterminate = ticked > 0 && !all.checked;
    });
  }
}

// Come back to, the page takes presses again.
addEventListener("pageshow", () => busy(""));
