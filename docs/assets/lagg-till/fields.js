// Reads, fills and marks the questions of the form. A question is an element with data-na-q (templates/questions.html); its
// shape is a single value, parts with keys of their own, or a list. A value is a string, an object or an array; undefined
// means that the source does not say, and [] that it says there are none.

const OWNER = "[data-na-q], .na-entry, [data-na-kind]";
let count = 0;

/** The questions directly in an element, not those within other questions. */
export const within = (owner) =>
  [...owner.querySelectorAll("[data-na-q]")].filter((q) => q.parentElement.closest(OWNER) === owner);

const mine = (q, selector) => [...q.querySelectorAll(selector)].find((found) => found.closest("[data-na-q]") === q);

/** The control that answers a question with one value, or the first control of one that has several. */
export const control = (q) => mine(q, "[data-na-control]") ?? q.querySelector("[data-na-control], input[type=radio]");

/** Words for a question: «Yrkanden». */
export const label = (q) => ((mine(q, ".na-q__label") ?? q.querySelector(".na-q__label"))?.firstChild?.textContent ?? "").trim();

/** Gives every question within an element the ids that tie its label, help and messages to its controls. */
export function wire(root) {
  for (const q of root.querySelectorAll("[data-na-q]:not([id]), [data-na-body]:not([id])")) {
    q.id = `na-q-${(count += 1)}`;
    const box = q.querySelector("[data-na-control]");
    const parts = ["help", "doubt", "wrong"].map((part) => {
      const note = mine(q, `.na-q__${part}`) ?? (q.matches("[data-na-body]") ? q.querySelector(`.na-q__${part}`) : null);
      if (note) note.id = `${q.id}-${part}`;
      return note?.id;
    });
    const told = parts.filter(Boolean).join(" ");
    const single = q.dataset.naShape === "värde" || q.matches("[data-na-body]");
    if (single && box) {
      box.id = `${q.id}-control`;
      q.querySelector("label.na-q__label").htmlFor = box.id;
      if (told) box.setAttribute("aria-describedby", told);
    } else if (told) {
      q.setAttribute("aria-describedby", told);
    }
    for (const radio of q.querySelectorAll(":scope > .na-q__says input")) radio.name = `${q.id}-says`;
    const add = q.querySelector(":scope > [data-na-add]");
    if (add) add.setAttribute("aria-label", `Lägg till en till: ${label(q)}`);
  }
}

const entries = (q) => [...q.querySelector(":scope > .na-q__entries").children];
const says = (q) => q.querySelector(":scope > .na-q__says input:checked")?.value ?? "saknas";

function addEntry(q) {
  const entry = q.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  q.querySelector(":scope > .na-q__entries").append(entry);
  wire(entry);
  number(q);
  return entry;
}

/** Names the entries of a list for those who do not see their places. */
function number(q) {
  entries(q).forEach((entry, place) => {
    entry.setAttribute("aria-label", `${label(q)} ${place + 1}`);
    entry.querySelector(":scope > [data-na-remove]").setAttribute("aria-label", `Ta bort ${label(q).toLowerCase()} ${place + 1}`);
    const only = within(entry)[0];
    if (only?.dataset.naQ === "") only.querySelector("label").textContent = `${label(q)} ${place + 1}`;
  });
}

function say(q, what) {
  const radio = q.querySelector(`:scope > .na-q__says input[value="${what}"]`);
  if (radio) radio.checked = true;
  const has = what === "finns";
  const box = q.querySelector(":scope > .na-q__entries");
  if (has && !box.children.length) addEntry(q);
  box.hidden = !has;
  q.querySelector(":scope > [data-na-add]").hidden = !has;
}

/** Text as it is kept: NFC, without space around, on one line. */
export const tidy = (text) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** The value that a question has now, or undefined when the source does not say. */
export function read(q) {
  if (q.hidden) return undefined;
  switch (q.dataset.naShape) {
    case "värde":
      return tidy(control(q).value) || undefined;
    case "delar":
      return readAll(q);
    default: {
      const state = says(q);
      if (state !== "finns") return state === "inga" ? [] : undefined;
      const found = entries(q).map(readEntry).filter((value) => value !== undefined);
      return found.length ? found : undefined;
    }
  }
}

const readEntry = (entry) => {
  const parts = within(entry);
  return parts[0]?.dataset.naQ === "" ? read(parts[0]) : readAll(entry);
};

/** The values of the questions in an element by key, or undefined when there is none. */
export function readAll(owner) {
  const found = {};
  for (const q of within(owner)) {
    const value = read(q);
    if (value !== undefined) found[q.dataset.naQ] = value;
  }
  return Object.keys(found).length ? found : undefined;
}

/** Fills a question; undefined empties it. */
export function fill(q, value) {
  switch (q.dataset.naShape) {
    case "värde":
      control(q).value = value ?? "";
      if (control(q).value !== (value ?? "") && control(q).tagName === "SELECT") control(q).value = "";
      return;
    case "delar":
      fillAll(q, value ?? {});
      return;
    default:
      q.querySelector(":scope > .na-q__entries").replaceChildren();
      say(q, "saknas");
      if (!Array.isArray(value)) return;
      say(q, value.length ? "finns" : "inga");
      value.forEach((one, place) => {
        const entry = place ? addEntry(q) : entries(q)[0];
        const parts = within(entry);
        if (parts[0]?.dataset.naQ === "") fill(parts[0], one);
        else fillAll(entry, one);
      });
  }
}

/** Fills the questions in an element; those without a value are emptied. */
export function fillAll(owner, values) {
  for (const q of within(owner)) fill(q, values[q.dataset.naQ]);
  attend(owner);
}

/** Shows the questions that another answer makes expected, and says of folded ones what they hold. */
export function attend(owner) {
  for (const q of owner.querySelectorAll("[data-na-when]")) {
    const [key, wanted] = q.dataset.naWhen.split("=");
    const other = within(q.parentElement.closest(OWNER)).find((one) => one.dataset.naQ === key);
    q.hidden = !other || read(other) !== wanted;
  }
  for (const state of owner.querySelectorAll(".na-q__state")) {
    const value = read(state.closest("details").querySelector("[data-na-q]"));
    state.textContent = value === undefined ? "källan säger inget" : stated(value);
  }
}

function stated(value) {
  if (!Array.isArray(value)) return "ifyllt";
  return value.length ? `${value.length} st` : "inga enligt källan";
}

/** What is wrong with a question and those within it, as [element, message]. `judge(question, value)` tells of single values. */
export function* wrongIn(q, question, judge) {
  if (q.hidden) return;
  const shape = q.dataset.naShape;
  if (shape === "värde") {
    const value = read(q);
    if (value === undefined) {
      if (question.krävs || q.dataset.naWhen) yield [q, "måste fyllas i", true];
    } else for (const message of judge(question, value)) yield [q, message, false];
  } else if (shape === "delar") {
    if (question.krävs || read(q) !== undefined) yield* wrongParts(q, question.delar, judge);
  } else if (says(q) === "finns") {
    for (const entry of entries(q)) {
      const parts = within(entry);
      if (parts[0]?.dataset.naQ === "") yield* wrongIn(parts[0], { ...question, krävs: true, lista: false }, judge);
      else yield* wrongParts(entry, question.delar, judge);
    }
    if (read(q) === undefined) yield [q, "fyll i minst en uppgift, eller välj att källan inte säger något", true];
  }
}

function* wrongParts(owner, questions, judge) {
  for (const q of within(owner)) yield* wrongIn(q, questions.find((one) => one.nyckel === q.dataset.naQ), judge);
}

/** Shows messages at a question; none takes them away. */
export function mark(q, messages) {
  const note = mine(q, ".na-q__wrong") ?? q.querySelector(".na-q__wrong");
  if (!note) return;
  const text = messages.join(" ");
  if (note.textContent !== text) note.textContent = text;
  note.hidden = !text;
  const box = q.dataset.naShape === "värde" || q.matches("[data-na-body]") ? control(q) : null;
  if (text) box?.setAttribute("aria-invalid", "true");
  else box?.removeAttribute("aria-invalid");
}

/** Lets the buttons and choices of lists work, within the form. */
export function listen(form) {
  form.addEventListener("change", (event) => {
    const radio = event.target.closest(".na-q__says input");
    if (!radio) return;
    const q = radio.closest("[data-na-q]");
    say(q, radio.value);
    if (radio.value === "finns") control(entries(q)[0])?.focus();
  });
  form.addEventListener("click", (event) => {
    const add = event.target.closest("[data-na-add]");
    if (add) {
      control(addEntry(add.closest("[data-na-q]")))?.focus();
      return;
    }
    const remove = event.target.closest("[data-na-remove]");
    if (!remove) return;
    const q = remove.closest(".na-entry").parentElement.closest("[data-na-q]");
    remove.closest(".na-entry").remove();
    number(q);
    if (!entries(q).length) say(q, "saknas");
    (entries(q).length ? q.querySelector(":scope > [data-na-add]") : control(q) ?? q).focus();
    q.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // A line break in a title would be none in the file: Enter does nothing in a box that only grows with its words.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input:not([type=file]), textarea[rows='1']")) event.preventDefault();
  });
}
