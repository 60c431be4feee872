// The form for a new document: what is written is judged, kept and shown as a file, and GitHub's page is opened for it.

import { showDoubt } from "./doubts.js";
import { attend, control, fill, fillAll, label, listen, mark, read, wire, within } from "./fields.js";
import { elsewhere, forget, keep, kept } from "./keep.js";
import { showThere, there } from "./known.js";
import { takeMinutes } from "./minutes.js";
import { asWritten, offerValues } from "./offers.js";
import { prefilled } from "./prefill.js";
import { registered, showRegister } from "./register.js";
import { examineAll, outdated, showFile, showLeft, showPrivate } from "./review.js";
import { send } from "./sending.js";
import { bodyBox, choose, empty, kind, own, place, questionOf, questions, saved, section, take, text, values } from "./sheet.js";
import { standing } from "./standing.js";

const form = document.getElementById("na-add");
const base = new URL(form.dataset.naRoot, document.baseURI).href;
const $ = (id) => document.getElementById(id);

let data;
let minutes;
let timer;
/** Whether a pointer's button is down: nothing moves meanwhile, or what is pressed would not be what is released on. */
let pressed = false;
/** Ids of the questions that have been written in or left since all was last judged. */
const typed = new Set();
/** Whether what is missing is shown at every question, or only at those that one has left. */
let showAll = false;
/** Whether another draft waits for its owner to choose: nothing is kept meanwhile. */
let holding = false;
/** The file as it was last shown; what was said of another one holds no longer. */
let seen = "";
/** Whether what is left is unfolded: when one wants to go on. */
let unfolding = false;

form.addEventListener("submit", submitted);
start();

async function start() {
  try {
    const response = await fetch(new URL("formular.json", document.baseURI));
    if (!response.ok) throw new Error(response.statusText);
    data = await response.json();
  } catch {
    $("na-scriptless").textContent = "Formuläret kunde inte hämtas. Kontrollera att du är ansluten till internet och ladda om sidan.";
    return;
  }
  wire(form);
  listen(form);
  offerValues(form, data, () => values().kommun);
  form.hidden = false;
  $("na-scriptless").remove();
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", left);
  form.addEventListener("click", clicked);
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(() => { pressed = false; }), true);
  addEventListener("pagehide", keepAll);
  elsewhere(inAnotherTab);
  minutes = takeMinutes(base, given, { chosen: takeDraft, busy: () => own().byHand.some((key) => !(key in own().asked)) });
  restore();
  show();
}

/** What a person has said of the municipality and body: never what was read from other minutes. */
function given() {
  const now = values();
  const said = (key) => (own().byHand.includes(key) ? now[key] : undefined);
  return { municipality: said("kommun"), body: said("organ") };
}

/** The draft of last time, or what the address says. */
function restore() {
  const asked = prefilled(new URLSearchParams(location.search), data);
  const before = kept();
  if (asked) {
    choose(asked.kind);
    fillAll(section(), asked.values);
    Object.assign(own(), { asked: asked.values, after: asked.after, byHand: Object.keys(asked.values) });
    unfold();
    history.replaceState(null, "", location.pathname);
    cameFrom(asked);
    if (before) offerBefore(before);
  } else if (before) {
    resume(before);
    const opened = own().sent;
    notice(
      opened ? `Utkastet öppnades på GitHub ${opened}. Är det skickat, radera det här.` : "Här är ditt utkast från förra gången. Det finns bara i den här webbläsaren.",
      [["Radera utkastet och börja om", eraseIfSure]],
    );
  }
  freshBody();
}

function offerBefore(before) {
  holding = true;
  const title = Object.values(before.sorter).map((one) => one?.values?.rubrik).find((words) => typeof words === "string");
  notice(`Du har ett påbörjat utkast${title ? `: «${title}»` : " utan rubrik"}. Det du skriver nu sparas inte förrän du väljer.`, [
    ["Fortsätt med utkastet", () => { resume(before); settle(); }],
    ["Radera det och gå vidare med det här nya", settle],
  ]);
}

function resume(before) {
  $("na-from").hidden = true;
  if (typeof before.branch === "string") $("na-branch").value = before.branch;
  try {
    take(before, data);
  } catch {
    empty();
  }
  freshBody();
}

function settle() {
  holding = false;
  $("na-kept").hidden = true;
  show();
  keepAll();
  form.querySelector("[name=sort]:checked").focus();
}

function inAnotherTab(news) {
  holding = true;
  notice(news === null ? "Utkastet raderades i en annan flik." : "Utkastet ändrades i en annan flik. Det du skriver här sparas inte förrän du väljer.", [
    ...(saved() ? [["Spara det som står här", settle]] : []),
    ["Ladda om sidan", () => location.reload()],
  ]);
}

function notice(words, ways) {
  const box = $("na-kept");
  const buttons = document.createElement("p");
  for (const [name, does] of ways) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: name });
    button.addEventListener("click", does);
    buttons.append(button, " ");
  }
  box.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }), buttons);
  box.hidden = false;
}

/** Says what is filled in already, and from where. */
function cameFrom(asked) {
  const filled = within(section()).filter((q) => q.dataset.naQ in asked.values).map(label);
  $("na-from").textContent = `${asked.after ? "Nästa steg i ett ärende. " : ""}Ifyllt från sidan du kom från: ${filled.join(", ")}.`;
  $("na-from").hidden = !filled.length;
}

/** Opens the folded questions that hold something. */
function unfold() {
  for (const fold of section().querySelectorAll("details.na-more:has(> [data-na-q])"))
    if (read(fold.querySelector(":scope > [data-na-q]")) !== undefined) fold.open = true;
}

function keepAll() {
  if (holding || !data) return;
  const draft = saved();
  const done = draft ? keep({ ...draft, branch: $("na-branch").value }) : forget();
  $("na-unkept").hidden = done !== false;
}

const eraseIfSure = () => (!saved() || confirm("Radera utkastet? Det går inte att ångra.")) && erase();

/** Forgets the document that has been sent, and no other. */
function eraseSent() {
  empty([kind()]);
  $("na-sent").replaceChildren();
  showAll = false;
  freshBody();
  show();
  keepAll();
  form.querySelector("[name=sort]:checked").focus();
}

function erase() {
  minutes.stop();
  clearTimeout(timer);
  typed.clear();
  empty();
  forget();
  for (const q of form.querySelectorAll("[data-na-q], [data-na-body]")) mark(q, []);
  for (const id of ["na-kept", "na-found", "na-from"]) $(id).hidden = true;
  for (const id of ["na-reading", "na-sent", "na-examined", "na-found"]) $(id).replaceChildren();
  for (const id of ["na-paste", "na-branch"]) $(id).value = "";
  $("na-allowed").checked = false;
  showAll = holding = false;
  freshBody();
  show();
  form.querySelector("[name=sort]:checked").focus();
}

/** The headings that a decision's text begins with follow its status, until something is written under them. */
function freshBody() {
  const box = bodyBox();
  if (box.value.trim() && box.value !== own().fresh) return;
  box.value = (data.sorter[kind()].rubriker?.[values().status] ?? "").trimEnd();
  own().fresh = box.value;
}

/** What is an editor's to say and not the minutes': the page one came from says it where the draft does not. */
const LAID_UNDER = ["svar", "ärende", "ämnen"];

/** Fills the form with a § that Python read. */
function takeDraft(draft, pasted) {
  const { asked: before, after } = own("beslut");
  const asked = Object.fromEntries(Object.entries(before).filter(([key]) => LAID_UNDER.includes(key)));
  choose(draft.kind);
  const found = draft.kind === "beslut" ? { ...asked, ...draft.values } : { ...draft.values };
  if (draft.kind === "sammanträde") found.kommun = data.kommuner.find(([, slug]) => slug === draft.path.split("/")[1])?.[0];
  if (pasted && found.källa) {
    const { fil: _file, sha256: _sum, ...source } = found.källa;
    found.källa = source;
  }
  fillAll(section(), found);
  bodyBox().value = draft.body.replace(/^\n+|\s+$/gu, "");
  const untouched = !pasted && draft.kind === "beslut" && Object.keys(found).length === Object.keys(draft.values).length;
  Object.assign(own(), {
    doubts: { ...draft.doubts },
    suggested: asked.svar ? [] : (draft.answers ?? []),
    drafted: untouched || (!pasted && draft.kind !== "beslut") ? draft.text : "",
    byHand: [],
    after: draft.kind === "beslut" ? after : "",
    registered: "",
    sent: "",
    fresh: "",
  });
  showAll = unfolding = true;
  show();
  unfolding = false;
  keepAll();
  return standing(values(), data, base, show).length;
}

function changed(event) {
  if (event.target.matches("#na-file, #na-paste, #na-registered")) return;
  if (event.target.id === "na-allowed") {
    promised(event.target);
    return;
  }
  const q = event.target.closest("[data-na-kind] [data-na-q]");
  if (event.target.name === "sort") {
    choose(kind());
    showAll = false;
    $("na-from").hidden = true;
  }
  if (event.target.closest("[data-na-body]") && !own().byHand.includes("text")) own().byHand.push("text");
  if (event.target.id === "na-branch") event.target.parentElement.querySelector(".na-q__wrong").hidden = true;
  if (q) byHand(topOf(q));
  if (q || event.target.closest("[data-na-body]")) own().drafted = "";
  if (q?.dataset.naQ === "status" || event.target.name === "sort") freshBody();
  if (q && event.type === "input") typed.add(q.id);
  later(event.type === "input" ? 300 : 0);
}

/** What is promised is promised of the file as it is at that moment, with what was written just before. */
function promised(box) {
  const now = box.checked;
  flush();
  box.checked = now;
}

/** Judges and keeps at once what has been written. */
function flush() {
  clearTimeout(timer);
  for (const id of typed) own().touched.add(id);
  typed.clear();
  show();
  keepAll();
}

/** A person has answered a question; that settles a doubt about a single value, but not whether a list is whole. */
function byHand(q) {
  const key = q.dataset.naQ;
  if (!own().byHand.includes(key)) own().byHand.push(key);
  if (q.dataset.naShape === "värde") delete own().doubts[key];
}

/** Judges and keeps what has been written, when the writer pauses. */
function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (pressed) {
      later(100);
      return;
    }
    flush();
  }, wait);
}

/** A question that one leaves is judged, empty or not; a name is written as the archive writes it. */
function left(event) {
  const q = event.target.closest("[data-na-q]");
  if (!q || q.contains(event.relatedTarget)) return;
  const one = questions(data).find((known) => known.nyckel === q.dataset.naQ);
  if (one?.erbjud && read(q)) fill(q, asWritten(one, read(q), values().kommun, data));
  typed.add(q.id);
  later(0);
}

const topOf = (q) => within(section()).find((one) => one.contains(q)) ?? q;

function clicked(event) {
  if (event.target.id === "na-erase") eraseIfSure();
  if (event.target.id === "na-examine") examine();
  const settled = event.target.closest("[data-na-sure], [data-na-answer], [data-na-unsaid]");
  if (!settled) return;
  const q = settled.closest("[data-na-q]");
  const key = q.dataset.naQ;
  delete own().doubts[key];
  own().drafted = "";
  if (settled.dataset.naAnswer) fill(q, [{ rekommendation: settled.dataset.naAnswer }]);
  if (settled.dataset.naUnsaid !== undefined) proposerUnknown();
  show();
  keepAll();
  (settled.dataset.naAnswer ? q.querySelector("select") : control(q))?.focus();
}

/** The source does not say who proposes: the document is filed under the body that it goes to, and says so (design §3). */
function proposerUnknown() {
  const now = values();
  const remark = data.förslagsställare.replace("{organ}", now.föreslås_till);
  fillAll(section(), { ...now, organ: now.föreslås_till, anmärkningar: [...(now.anmärkningar ?? []), remark] });
}

function show() {
  attend(section());
  const now = values();
  const left_ = standing(now, data, base, show);
  const messages = new Map([...section().querySelectorAll("[data-na-q], [data-na-body]")].map((q) => [q, []]));
  for (const { q, words, missing, doubt } of left_)
    if (!doubt && (showAll || own().touched.has(q.id)) && (!missing || showAll || !q.contains(document.activeElement))) messages.get(q)?.push(sentence(words));
  for (const [q, words] of messages) mark(q, words);
  for (const q of within(section())) showDoubt(q, own(), kind() === "beslut" ? now : {}, data);
  const where = place(data, now);
  const file = text(data, now);
  if (seen && seen !== `${where?.path}\n${file}`) {
    $("na-allowed").checked = false;
    $("na-sent").replaceChildren();
    outdated($("na-examined"));
    own().sent = "";
  }
  seen = `${where?.path}\n${file}`;
  showLeft($("na-left"), left_.map(({ q, words }) => [q, label(q), words]), reach, unfolding);
  showFile(where?.path, file, kind());
  showRegister($("na-register"), now, data, own().registered === registered(now), (done) => {
    own().registered = done ? registered(now) : "";
    show();
    keepAll();
  });
  showThere($("na-there"), there(where?.id, data, base, show), base, data);
  showPrivate($("na-private"), file, where?.path ?? "", data.vakt, reachText);
  for (const one of form.querySelectorAll("[data-na-for]"))
    one.hidden = one.dataset.naFor !== kind() && !(one.dataset.naFor === "förslag" && kind() === "beslut" && now.status === "förslag");
  $("na-minutes").hidden = !["beslut", "sammanträde"].includes(kind());
}

const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}.`.replace(/([.?])\.$/u, "$1");

/** Takes the reader to a question, unfolding what hides it. */
function reach(q) {
  const target = typeof q === "string" ? questionOf(q) : q;
  if (!target) return;
  for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  (control(target) ?? target.querySelector("select, a, input"))?.focus();
}

/** Takes the reader to a stretch of the text, if it is there. */
function reachText(stretch) {
  const boxes = [bodyBox(), ...section().querySelectorAll("input[data-na-control], textarea[data-na-control]")];
  const box = boxes.find((one) => one.value.includes(stretch)) ?? bodyBox();
  const at = box.value.indexOf(stretch);
  for (let up = box.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  box.focus();
  if (at >= 0) box.setSelectionRange(at, at + stretch.length);
}

function examine() {
  flush();
  return examineAll(base, $("na-examined"), place(data)?.path ?? "", () => text(data), reach);
}

async function submitted(event) {
  event.preventDefault();
  if (!data) return;
  showAll = unfolding = true;
  flush();
  unfolding = false;
  await send({
    data,
    path: place(data)?.path,
    id: place(data)?.id,
    text: text(data),
    after: own().after,
    standing: standing(values(), data, base, show).length,
    examine,
    now: () => text(data),
    erase: eraseSent,
    opened: () => {
      own().sent = new Date().toLocaleDateString("sv-SE");
      keepAll();
    },
  });
}
