// What the reader must be told of a search, as sentences: words that were left out, and what to try instead.

import { write } from "./address.js";
import { element } from "./elements.js";
import { enumerated, quoted } from "./swedish.js";

/** The notes of an answer as paragraphs. `search` is what was searched for; links lead to the same with other words. */
export function notes(answer, search) {
  return (answer.notes ?? []).map((note) => {
    const parts = (SENTENCES[note.kind] ?? (() => null))(note, search, answer.total);
    return parts && element("p", { class: "na-note", "data-na-kind": note.kind }, ...parts);
  }).filter(Boolean);
}

const SENTENCES = {
  absent({ word, suggestions }, search, total) {
    const others = (suggestions ?? []).map((other) => link(other, replaced(search.words, word, other), search));
    return [
      `Inget dokument har ordet ${quoted(word)}.${total ? " Det räknas inte i sökningen." : ""}`,
      ...(others.length ? [" Menade du ", ...listed(others, " eller "), "?"] : []),
    ];
  },
  instead({ word, used }) {
    return [`Inget dokument har ordet ${quoted(word)}. Här är de som har ${enumerated(used.map(quoted), "eller")}.`];
  },
  unnumbered({ number: written }) {
    return [`Inget dokument som går att söka har diarienumret ${quoted(written.toUpperCase())}.`];
  },
  unparagraphed({ typed, alike }) {
    return [`Inget dokument som går att söka är ${quoted(typed)}.${alike ? " Här är de som liknar det mest." : ""}`];
  },
  number() {
    return ["Skriv ett nummer efter §, gärna med organ och år, som KS § 12 2024."];
  },
  place({ name }) {
    return [`Arkivet har inga dokument från ${name}. Det säger inget om vad kommunen har beslutat.`];
  },
  relaxed({ missing, filtered }) {
    const lacks = missing?.length ? ` Det som saknas är ${enumerated(missing.map(quoted), "eller")}.` : "";
    return [`Inget dokument${filtered ? " med de valda filtren" : ""} har alla orden. Här är de som har flest av dem.${lacks}`];
  },
  common({ words }) {
    if (!words?.length) return null;
    return words.length > 1
      ? [`Orden ${enumerated(words.map(quoted))} är för vanliga att söka på och räknas inte.`]
      : [`Ordet ${quoted(words[0])} är för vanligt att söka på och räknas inte.`];
  },
  also({ typed, other }, search) {
    return ["Det finns också dokument med ", link(other, replaced(search.words, typed, other), search), `, som bara skiljer sig i å, ä eller ö från ${quoted(typed)}.`];
  },
};

/** The words with one of them exchanged; the other alone when the first is not among them as it was typed. */
export function replaced(words, one, other) {
  const escaped = one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const within = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu");
  const normal = words.normalize("NFC");
  return within.test(normal) ? normal.replace(within, () => other) : other;
}

function link(text, words, search) {
  return element("a", { href: write({ ...search, words, shown: 0 }) || location.pathname, "data-na-words": words }, text);
}

function listed(links, between) {
  return links.flatMap((one, index) => (index === 0 ? [one] : [index === links.length - 1 ? between : ", ", one]));
}
