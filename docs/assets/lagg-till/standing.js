// What stands in the way of a document: what is missing or wrong, what must be compared with the source, what is there already.

import { within, wrongIn } from "./fields.js";
import { there } from "./known.js";
import { bodiesOf, unknownName } from "./offers.js";
import { PER_MEETING, paragraphSlug, slug } from "./place.js";
import { registered, unknownBodies } from "./register.js";
import { body, bodyQuestion, kind, own, place, questionOf, questions, section } from "./sheet.js";
import { wrongWith } from "./values.js";

/**
 * In the order of the page: {q, words, missing, doubt}. `missing`: nothing has been answered yet; `doubt`: shown at the question in
 * another way.
 */
export function standing(now, data, base, told) {
  const found = [...ofQuestions(now, data), ...ofWhole(now, data, base, told)];
  const order = [...section().querySelectorAll("[data-na-q], [data-na-body]")];
  return found.sort((a, b) => order.indexOf(a.q) - order.indexOf(b.q));
}

function* ofQuestions(now, data) {
  const judge = (one, value) => [...wrongWith(one, value, data), ...unknownName(one, value, data)];
  for (const q of within(section())) {
    if (q.hidden) continue;
    const one = questions(data).find((known) => known.nyckel === q.dataset.naQ);
    for (const [where, words, missing] of wrongIn(q, one, judge)) yield { q: where, words, missing };
    const why = own().doubts[one.nyckel];
    if (why) yield { q, words: one.nyckel === "svar" ? "är beslutet ett svar på rekommendationen som texten nämner?" : `kontrollera: ${why}`, doubt: true };
    if (one.annars && !(one.nyckel in now) && !(one.annars in now)) yield { q, words: `skriv ${one.nyckel}, eller ${one.annars} om källan inte säger mer`, missing: true };
    if (one.annars && one.nyckel in now && one.annars in now) yield { q: questionOf(one.annars), words: `ta bort ${one.annars}: ${one.nyckel} säger det` };
  }
}

function* ofWhole(now, data, base, told) {
  const organ = questionOf("organ");
  const paragraf = questionOf("paragraf");
  if (now.organ && !slug(now.organ)) yield { q: organ, words: "organets namn måste ha bokstäver" };
  if (paragraf && now.paragraf && !paragraphSlug(now.paragraf, 0)) yield { q: paragraf, words: "skriv paragrafens nummer, till exempel 12" };
  const sender = questionOf("avsändare");
  if (sender && now.avsändare && !slug(now.avsändare)) yield { q: sender, words: "avsändaren måste ha bokstäver" };
  if (unknownBodies(now, data).length) {
    const branch = document.getElementById("na-branch");
    if (own().registered !== registered(now)) yield { q: document.getElementById("na-register"), words: "Kommunens register ska in först; se rutan «Registret»", doubt: true };
    else if (!branch.value.trim()) yield { q: branch.closest(".na-q"), words: "klistra in adressen till grenen där registret ligger", doubt: true };
  }
  if (["beslut", "cirkulär"].includes(kind()) && !body().replace(/^#.*$/gmu, "").trim()) yield { q: bodyQuestion(), words: "skriv källans text här, ord för ord", missing: true };
  const where = place(data, now);
  const perMeeting = bodiesOf(now.kommun, data).some(([name, , numbering]) => name === now.organ && numbering === PER_MEETING);
  if (perMeeting && kind() === "beslut" && /^\d{4}(-\d\d)?$/u.test(now.datum ?? now.år ?? "")) yield { q: questionOf("datum"), words: "hela datumet behövs: organet numrerar sina paragrafer per sammanträde" };
  if (there(where?.id, data, base, told)) yield { q: paragraf ?? within(section())[0], words: "dokumentet finns redan i arkivet; se rutan", doubt: true };
}

