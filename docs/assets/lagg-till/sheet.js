// What the form holds: for each kind of document its answers, its text, and what is known about them besides.

import { documentText } from "./compose.js";
import { fillAll, readAll, within } from "./fields.js";
import { placeOf } from "./place.js";

const form = document.getElementById("na-add");

/**
 * Besides the answers: `doubts` of the import by key; `suggested` recommendations; `drafted`, the file as it was read, until something
 * is changed; `byHand`, the keys that a person has answered; `asked`, the answers of the page one came from; `after`, the path of
 * the document that this one comes after; `registered`, the body that is said to be in its register; `sent`, the day it was
 * opened on GitHub; `fresh`, the headings that its text was begun with; `touched`, the ids of questions to be judged.
 */
const blank = () => ({ doubts: {}, suggested: [], drafted: "", byHand: [], asked: {}, after: "", registered: "", sent: "", fresh: "", touched: new Set() });
const state = new Map();
const LASTING = ["doubts", "suggested", "drafted", "byHand", "asked", "after", "registered", "sent", "fresh"];

export const kinds = () => [...form.querySelectorAll("[data-na-kind]")].map((one) => one.dataset.naKind);
export const kind = () => form.querySelector("[name=sort]:checked").value;
export const section = (of = kind()) => form.querySelector(`[data-na-kind="${of}"]`);
export const bodyBox = (of = kind()) => section(of).querySelector("[data-na-body] textarea");
export const bodyQuestion = () => section().querySelector("[data-na-body]");
export const questions = (data) => data.sorter[kind()].frågor;
export const questionOf = (key) => within(section()).find((q) => q.dataset.naQ === key);
export const values = () => readAll(section()) ?? {};

/** What is known of the document of a kind besides its answers. */
export function own(of = kind()) {
  if (!state.has(of)) state.set(of, blank());
  return state.get(of);
}

/** Shows the questions of one kind. */
export function choose(of) {
  form.querySelector(`[name=sort][value="${of}"]`).checked = true;
  for (const one of form.querySelectorAll("[data-na-kind]")) one.hidden = one.dataset.naKind !== of;
}

/** The text of the document below its front matter. */
export const body = () => bodyBox().value.normalize("NFC").replace(/\r\n?/gu, "\n");

/** Where the document belongs, by what has been answered; null while that does not suffice. */
export const place = (data, now = values()) => placeOf(kind(), now, "", data);

/** The file as it is now: as the import wrote it until something is changed. */
export const text = (data, now = values()) => own().drafted || documentText(questions(data), now, body(), own().doubts);

/** Forgets all that the form holds of some kinds of documents. */
export function empty(some = kinds()) {
  for (const of of some) {
    state.delete(of);
    fillAll(section(of), {});
    bodyBox(of).value = "";
  }
}

/** Whether there is nothing but what the page one came from filled in. */
const onlyAsked = (found, of) => Object.entries(found ?? {}).every(([key, value]) => JSON.stringify(own(of).asked[key]) === JSON.stringify(value));

/** All that has been written, as it is kept; null when there is nothing. */
export function saved() {
  const sorter = {};
  for (const of of kinds()) {
    const found = readAll(section(of));
    const written = bodyBox(of).value;
    if (onlyAsked(found, of) && (!written || written === own(of).fresh)) continue;
    sorter[of] = { values: found ?? {}, body: written };
    for (const key of LASTING) sorter[of][key] = own(of)[key];
  }
  return Object.keys(sorter).length ? { sort: kind(), sorter } : null;
}

/** Takes what was kept into the form. Whatever it is: what has not the shape of an answer is none. */
export function take(draft, data) {
  empty();
  for (const of of kinds()) {
    const one = Object.hasOwn(draft.sorter, of) ? draft.sorter[of] : null;
    if (!one || typeof one !== "object") continue;
    fillAll(section(of), shaped(one.values, data.sorter[of].frågor));
    bodyBox(of).value = typeof one.body === "string" ? one.body : "";
    const known = blank();
    for (const key of LASTING) {
      const like = known[key];
      const given = one[key];
      if (typeof given === typeof like && Array.isArray(given) === Array.isArray(like) && given !== null) known[key] = given;
    }
    state.set(of, known);
  }
  choose(kinds().includes(draft.sort) ? draft.sort : kind());
}

/** The answers among what is given that have the shape that their questions ask for. */
function shaped(given, asked) {
  const found = {};
  if (!given || typeof given !== "object" || Array.isArray(given)) return found;
  for (const one of asked) {
    const value = Object.hasOwn(given, one.nyckel) ? given[one.nyckel] : undefined;
    if (one.lista) {
      if (Array.isArray(value)) found[one.nyckel] = value.map((part) => single(part, one)).filter((part) => part !== undefined);
    } else if (single(value, one) !== undefined) found[one.nyckel] = single(value, one);
  }
  return found;
}

function single(value, one) {
  if (one.delar) return value && typeof value === "object" && !Array.isArray(value) ? shaped(value, one.delar) : undefined;
  return typeof value === "string" ? value : undefined;
}
