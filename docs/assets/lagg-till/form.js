// The form for a new document: it reads the questions, keeps the draft, shows the file, and opens GitHub's page for it.

import { documentText } from "./compose.js";
import { attend, control, fill, fillAll, label, listen, mark, read, readAll, tidy, wire, within, wrongIn } from "./fields.js";
import { isBranch, newFile } from "./github.js";
import { forget, keep, kept } from "./keep.js";
import { takeMinutes } from "./minutes.js";
import { placeOf } from "./place.js";
import { prefilled } from "./prefill.js";
import { showRegister, unknownBody } from "./register.js";
import { examineAll, outdated, showFile, showLeft, showPrivate, showSent } from "./review.js";
import { offerValues, unknownName } from "./offers.js";
import { showThere, there } from "./known.js";
import { wrongWith } from "./values.js";

const form = document.getElementById("na-add");
const base = new URL(form.dataset.naRoot, document.baseURI).href;
const $ = (id) => document.getElementById(id);

/** What each kind of document has besides its answers: doubts of the import, the file as it was read, what was sent. */
const state = {};
let data;
let timer;
let pressed = false;
/** Ids of the questions that have been written in or left since all was last judged. */
const typed = new Set();
let showAll = false;

const kind = () => form.querySelector("[name=sort]:checked").value;
const section = (of = kind()) => form.querySelector(`[data-na-kind="${of}"]`);
const bodyBox = (of = kind()) => section(of).querySelector("[data-na-body] textarea");
const questions = (of = kind()) => data.sorter[of].frågor;
const own = (of = kind()) => (state[of] ??= { doubts: {}, suggested: [], drafted: null, touched: new Set(), sent: "" });
const question = (q) => questions().find((one) => one.nyckel === q.dataset.naQ);
const values = () => readAll(section()) ?? {};
const body = () => bodyBox().value.normalize("NFC").replace(/\r\n?/gu, "\n");

const judge = (one, value) => [...wrongWith(one, value, data), ...unknownName(one, value, data)];

start();

async function start() {
  data = await (await fetch(new URL("formular.json", document.baseURI))).json();
  wire(form);
  listen(form);
  offerValues(form, data, () => values().kommun);
  form.hidden = false;
  $("na-scriptless").remove();
  restore();
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", left);
  form.addEventListener("click", clicked);
  form.addEventListener("submit", submitted);
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(() => { pressed = false; }), true);
  takeMinutes(base, () => ({ municipality: values().kommun, body: values().organ }), takeDraft);
  show();
}

/** The draft of last time, or what the address says. */
function restore() {
  const asked = prefilled(new URLSearchParams(location.search), data);
  const before = kept();
  if (asked) {
    choose(asked.kind);
    fillAll(section(), asked.values);
    unfold(section());
    own().after = asked.after;
    history.replaceState(null, "", location.pathname);
    cameFrom(asked);
    if (before) offerBefore(before);
    else keepAll();
  } else if (before) {
    take(before);
    const opened = before.sorter[before.sort]?.sent;
    notice(
      opened
        ? `Utkastet öppnades på GitHub ${opened}. Är det skickat, radera det här.`
        : "Här är ditt utkast från förra gången. Det finns bara i den här webbläsaren.",
      [["Radera utkastet och börja om", erase]],
    );
  }
  freshBody();
}

function offerBefore(before) {
  holding = true;
  const title = Object.values(before.sorter).map((one) => one.values?.rubrik).find(Boolean);
  notice(`Du har ett påbörjat utkast${title ? `: «${title}»` : " utan rubrik"}.`, [
    ["Fortsätt med utkastet", () => { take(before); $("na-from").hidden = true; settle(); }],
    ["Radera det och gå vidare med det här nya", settle],
  ]);
}

/** Whether an older draft waits for its owner to choose: nothing is kept meanwhile. */
let holding = false;

function settle() {
  holding = false;
  $("na-kept").hidden = true;
  show();
}

function notice(text, ways) {
  const box = $("na-kept");
  box.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
  const buttons = document.createElement("p");
  for (const [words, does] of ways) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: words });
    button.addEventListener("click", does);
    buttons.append(button, " ");
  }
  box.append(buttons);
  box.hidden = false;
}

/** Says what is filled in already, and from where. */
function cameFrom(asked) {
  const filled = within(section()).filter((q) => q.dataset.naQ in asked.values).map(label);
  if (!filled.length) return;
  $("na-from").textContent = `${asked.after ? "Nästa steg i ett ärende. " : ""}Ifyllt från sidan du kom från: ${filled.join(", ")}.`;
  $("na-from").hidden = false;
}

/** Opens the folded questions that hold something. */
function unfold(of) {
  for (const fold of of.querySelectorAll("details.na-more:has(> [data-na-q])"))
    if (read(fold.querySelector(":scope > [data-na-q]")) !== undefined) fold.open = true;
}

function choose(of) {
  form.querySelector(`[name=sort][value="${of}"]`).checked = true;
  for (const one of form.querySelectorAll("[data-na-kind]")) one.hidden = one.dataset.naKind !== of;
  showAll = false;
}

/** Takes a kept draft into the form. */
function take(draft) {
  for (const [of, one] of Object.entries(draft.sorter)) {
    if (!section(of)) continue;
    fillAll(section(of), one.values ?? {});
    bodyBox(of).value = one.body ?? "";
    Object.assign(own(of), { doubts: one.doubts ?? {}, suggested: one.suggested ?? [], after: one.after, sent: one.sent ?? "", drafted: one.drafted ?? null, registered: one.registered ?? "" });
  }
  choose(section(draft.sort) ? draft.sort : kind());
}

function keepAll() {
  if (holding) return;
  const chosen = kind();
  const sorter = {};
  for (const one of form.querySelectorAll("[data-na-kind]")) {
    const of = one.dataset.naKind;
    const found = readAll(one);
    const text = bodyBox(of).value;
    const { doubts, suggested, after, sent, drafted, registered: known } = own(of);
    if (found || (text && text !== own(of).fresh)) sorter[of] = { values: found, body: text, doubts, suggested, after, sent, drafted, registered: known };
  }
  if (Object.keys(sorter).length) keep({ sort: chosen, sorter });
  else forget();
}

function erase() {
  clearTimeout(timer);
  typed.clear();
  forget();
  for (const one of form.querySelectorAll("[data-na-kind]")) {
    fillAll(one, {});
    bodyBox(one.dataset.naKind).value = "";
    for (const q of one.querySelectorAll("[data-na-q]")) mark(q, []);
    delete state[one.dataset.naKind];
  }
  for (const id of ["na-kept", "na-found", "na-from"]) $(id).hidden = true;
  for (const id of ["na-reading", "na-sent", "na-examined"]) $(id).replaceChildren();
  $("na-paste").value = "";
  $("na-allowed").checked = false;
  showAll = false;
  holding = false;
  freshBody();
  show();
  form.querySelector("[name=sort]:checked").focus();
}

/** The headings that a decision's text begins with follow its status, until something is written under them. */
function freshBody() {
  const fresh = data.sorter[kind()].rubriker?.[values().status] ?? "";
  const box = bodyBox();
  if (!box.value.trim() || box.value === own().fresh) {
    box.value = fresh.trimEnd();
    own().fresh = box.value;
  }
}

/** Fills the form with a § that Python read. */
function takeDraft(draft, batch, pasted) {
  choose(draft.kind);
  const found = { ...draft.values };
  if (draft.kind === "sammanträde") found.kommun = data.kommuner.find(([, slug]) => slug === draft.path.split("/")[1])?.[0];
  if (pasted) {
    const { fil, sha256, ...source } = found.källa ?? {};
    found.källa = source;
  }
  fillAll(section(), found);
  bodyBox().value = draft.body.replace(/^\n+|\s+$/gu, "");
  delete own().fresh;
  Object.assign(own(), { doubts: { ...draft.doubts }, suggested: draft.answers ?? [], drafted: pasted ? null : { path: draft.path, text: draft.text }, sent: "", touched: new Set() });
  showAll = true;
  show();
  keepAll();
  $("na-reading").focus();
}

function changed(event) {
  if (event.target.matches("#na-file, #na-paste")) return;
  const q = event.target.closest("[data-na-kind] > section [data-na-q]");
  if (event.target.name === "sort") choose(kind());
  if (q) {
    const top = topOf(q);
    delete own().doubts[top.dataset.naQ];
  }
  if (q || event.target.closest("[data-na-body]")) own().drafted = null;
  outdated($("na-examined"));
  if (q?.dataset.naQ === "status" || event.target.name === "sort") freshBody();
  if (q && event.type === "input") typed.add(q.id);
  later(event.type === "input" ? 300 : 0);
}

/** Judges and keeps what has been written, when the writer pauses; never between the press and the release of a button, which what is
 * said would move away from under the pointer.
 */
function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (pressed) {
      later(100);
      return;
    }
    for (const id of typed) own().touched.add(id);
    typed.clear();
    show();
    keepAll();
  }, wait);
}

/** A question that one leaves is judged, empty or not. */
function left(event) {
  const q = event.target.closest("[data-na-q]");
  if (!q || q.contains(event.relatedTarget)) return;
  typed.add(q.id);
  later(0);
}

const topOf = (q) => within(section()).find((one) => one.contains(q)) ?? q;

function clicked(event) {
  if (event.target.id === "na-erase") erase();
  if (event.target.id === "na-examine") examineAll(base, $("na-examined"), place()?.path ?? "", text(), reach);
  const sure = event.target.closest("[data-na-sure]");
  if (sure) {
    const q = sure.closest("[data-na-q]");
    delete own().doubts[q.dataset.naQ];
    own().drafted = null;
    show();
    keepAll();
    control(q)?.focus();
  }
  if (event.target.closest("[data-na-unsaid]")) proposerUnknown();
  const answer = event.target.closest("[data-na-answer]");
  if (answer) answers(answer.closest("[data-na-q]"), answer.dataset.naAnswer);
}

/** The source does not say who proposes: the document is filed under the body that it goes to, and says so. */
function proposerUnknown() {
  const now = values();
  const remark = data.förslagsställare.replace("{organ}", now.föreslås_till);
  fillAll(section(), { ...now, organ: now.föreslås_till, anmärkningar: [...(now.anmärkningar ?? []), remark] });
  delete own().doubts.organ;
  own().drafted = null;
  show();
  keepAll();
}

/** The text answers a recommendation: its id is filled in, and the position left to the editor. */
function answers(q, id) {
  fill(q, [{ rekommendation: id }]);
  delete own().doubts.svar;
  own().drafted = null;
  show();
  keepAll();
  q.querySelector("select")?.focus();
}

/** The body that the reader has said is in its register, or on its way there. */
const registered = () => `${values().kommun}/${values().organ}`;

const place = () => placeOf(kind(), values(), "", data);

/** The file as it is now: as the import wrote it until something is changed. */
const text = () => own().drafted?.text ?? documentText(questions(), values(), body(), own().doubts);

/** All that stands in the way: [element, words, missing]. */
function problems() {
  const found = [];
  for (const q of within(section())) {
    if (q.hidden) continue;
    found.push(...wrongIn(q, question(q), judge));
    const why = own().doubts[q.dataset.naQ];
    if (why) found.push([q, q.dataset.naQ === "svar" ? "är beslutet ett svar på rekommendationen som texten nämner?" : `kontrollera: ${why}`, false, true]);
  }
  const here = within(section()).find((q) => q.dataset.naQ === "organ");
  if (unknownBody(values(), data) && own().registered !== registered()) found.push([here, "kommunens register ska in först; se rutan «Registret»", false, true]);
  const known = there(place()?.id, data, base, show);
  if (known) found.push([within(section()).find((q) => q.dataset.naQ === "paragraf") ?? within(section())[0], "dokumentet finns redan i arkivet; se rutan", false, true]);
  const now = values();
  for (const one of questions()) {
    if (one.annars && !(one.nyckel in now) && !(one.annars in now)) {
      const q = within(section()).find((other) => other.dataset.naQ === one.nyckel);
      found.push([q, `skriv ${one.nyckel}, eller ${one.annars} om källan inte säger mer`, true]);
    }
  }
  const order = [...section().querySelectorAll("[data-na-q]")];
  return found.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

function show() {
  attend(section());
  const found = problems();
  const touched = own().touched;
  const byQuestion = new Map([...section().querySelectorAll("[data-na-q]")].map((q) => [q, []]));
  for (const [q, words, missing, doubt] of found) {
    const seen = showAll || touched.has(q.id);
    if (!doubt && seen && (!missing || showAll || !q.contains(document.activeElement))) byQuestion.get(q)?.push(sentence(words));
  }
  for (const [q, words] of byQuestion) mark(q, words);
  for (const q of within(section())) showDoubt(q);
  const now = values();
  const where = place();
  showLeft($("na-left"), found.map(([q, words]) => [q, label(q), words]), reach, showAll);
  showFile(where ? (own().drafted?.path ?? where.path) : "", text());
  showRegister($("na-register"), now, data, own().registered === registered(), (done) => {
    own().registered = done ? registered() : "";
    show();
    keepAll();
  });
  showThere($("na-there"), there(where?.id, data, base, show), base, data);
  for (const one of form.querySelectorAll("[data-na-for]"))
    one.hidden = one.dataset.naFor !== kind() && !(one.dataset.naFor === "förslag" && kind() === "beslut" && now.status === "förslag");
  showPrivate($("na-private"), text(), where?.path ?? "", data.vakt, (start, end) => reachText(start, end));
}

function showDoubt(q) {
  const note = q.querySelector(":scope > .na-q__doubt");
  if (!note) return;
  const key = q.dataset.naQ;
  const why = own().doubts[key];
  const now = values();
  const unsaid = key === "organ" && kind() === "beslut" && !now.organ && now.status === "förslag" && now.föreslås_till;
  const wanted = `${why ?? ""}${unsaid ? "!" : ""}`;
  const state = q.closest("details")?.querySelector(".na-q__state");
  if (why && state) state.textContent = "kontrollera";
  note.hidden = !wanted;
  if ((note.dataset.naSays ?? "") === wanted) return;
  note.dataset.naSays = wanted;
  note.replaceChildren();
  if (why && key === "svar" && own().suggested.length) {
    for (const id of own().suggested) {
      const title = data.rekommendationer.find(([known]) => known === id)?.[1] ?? id;
      note.append(`Texten nämner rekommendationen «${title}». Är beslutet ett svar på den? `, button("Ja, det är ett svar", "naAnswer", id), " ");
    }
    note.append(button("Nej, den nämns bara", "naSure"));
  } else if (why) {
    note.append(`Kontrollera mot protokollet: ${why} `, button("Det är kontrollerat", "naSure"));
  }
  if (unsaid) note.append(" Står det inte i protokollet? ", button("Källan säger inte vem som föreslår", "naUnsaid"));
}

function button(words, name, value = "") {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: words });
  made.dataset[name] = value;
  return made;
}

const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}.`.replace(/([.?])\.$/u, "$1");

/** Takes the reader to a question, unfolding what hides it. */
function reach(q) {
  const target = typeof q === "string" ? within(section()).find((one) => one.dataset.naQ === q) : q;
  if (!target) return;
  for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  (control(target) ?? target.querySelector("textarea"))?.focus();
}

/** Takes the reader to a stretch of the text, if it is there. */
function reachText(start, end) {
  const stretch = text().slice(start, end);
  const box = bodyBox();
  const at = box.value.indexOf(stretch);
  box.focus();
  if (at >= 0) box.setSelectionRange(at, at + stretch.length);
}

async function submitted(event) {
  event.preventDefault();
  showAll = true;
  show();
  const found = problems();
  const private_ = showPrivate($("na-private"), text(), place()?.path ?? "", data.vakt, (start, end) => reachText(start, end));
  if (found.length || !place()) {
    $("na-left").querySelector("button")?.focus();
    return;
  }
  if (private_) {
    ($("na-private").querySelector("button") ?? $("na-allowed")).focus();
    return;
  }
  if (!$("na-allowed").checked) {
    $("na-allowed").focus();
    showSent($("na-sent"), { wanting: true });
    return;
  }
  const branch = $("na-branch").value;
  const to = newFile(branch && isBranch(branch) ? branch : data.projekt, place().path, text());
  const copied = to.whole || (await copy(text()));
  clearTimeout(timer);
  showSent($("na-sent"), { ...to, copied, text: text(), path: place().path, after: own().after, project: data.projekt, id: place().id, erase });
  $("na-sent").scrollIntoView({ block: "nearest" });
  own().sent = new Date().toLocaleDateString("sv-SE");
  keepAll();
  window.open(to.address, "_blank", "noopener");
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
