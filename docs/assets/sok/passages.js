// The part of a text that shows why it was found, with the hits marked: [{text, mark}].

import { stem } from "./words.js";

const LENGTH = 260; // characters of a passage
const WORD = /[\p{L}\p{N}]+/gu;
const SHORTEST_END = 4; // letters of a stem that is marked at the end of a longer word, as in searching/compounds.py
const LONGEST = 60; // letters of a word: a longer one is an address, or several words that a PDF ran together
const SHORTEST_IN_NAME = 6;
const SHORTEST_START = 5; // and at its beginning, where more words begin alike by chance

// What to mark: `marks` are stems of words, `numbers` as they were typed; `mended` is the manifest's table of stems.
export class Marker {
  constructor(marks, numbers, mended) {
    this.stems = new Set(marks);
    this.ends = marks.filter((mark) => mark.length >= SHORTEST_END);
    this.starts = marks.filter((mark) => mark.length >= SHORTEST_START);
    this.numbers = numbers.map((number) => number.toLowerCase().replace(/\s+/g, ""));
    this.mended = mended;
    this.known = new Map();
  }

  // Whether a word of the text is one of those sought, which one, and from where in it.
  hit(word) {
    if (word.length > LONGEST) return null;
    if (!this.known.has(word)) this.known.set(word, this.judged(word.normalize("NFC").toLowerCase(), /^\p{Lu}/u.test(word)));
    return this.known.get(word);
  }

  // A part of a word with a capital is marked only when it is long: a name that begins or ends so is another thing.
  judged(word, capital) {
    const term = stem(word, this.mended);
    if (this.stems.has(term)) return term;
    const long = (mark) => !capital || mark.length >= SHORTEST_IN_NAME;
    return this.ends.find((mark) => long(mark) && term.endsWith(mark)) ?? this.starts.find((mark) => long(mark) && word.startsWith(mark)) ?? null;
  }

  // Where the hits stand: [{from, to, what}], in their order.
  places(text) {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const what = this.hit(match[0]);
      if (what) found.push({ from: match.index, to: match.index + match[0].length, what });
    }
    for (const number of this.numbers) found.push(...written(text, number));
    return found.sort((one, other) => one.from - other.from).filter((one, at, all) => !at || one.from >= all[at - 1].to);
  }
}

// A number wherever it is written with any spaces between its signs.
function written(text, number) {
  const signs = Array.from(number, (sign) => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\u{${sign.codePointAt(0).toString(16)}}`));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${signs.join("\\s*")}(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, what: number }));
}

// A whole text, marked.
export const marked = (text, marker) => cut(text, 0, text.length, marker.places(text));

// The part of a text with the most different hits, the earliest of equals; the beginning where there is none.
export function passage(text, marker) {
  if (!text) return [];
  const places = marker.places(text);
  let best = { worth: -1, first: 0, last: 0 };
  for (let first = 0, last = 0; first < places.length; first += 1) {
    last = Math.max(last, first);
    while (last + 1 < places.length && places[last + 1].to - places[first].from <= LENGTH * 0.8) last += 1;
    const within = places.slice(first, last + 1);
    const worth = new Set(within.map((place) => place.what)).size * 100 + Math.min(within.length, 20);
    if (worth > best.worth) best = { worth, first: places[first].from, last: places[last].to };
  }
  const room = Math.max(0, LENGTH - (best.last - best.first));
  const from = start(text, Math.max(0, best.first - Math.floor(room / 3)), best.first);
  const to = end(text, Math.min(text.length, Math.max(from + LENGTH, best.last)), best.last);
  const parts = cut(text, from, to, places);
  if (from > 0) parts.unshift({ text: "… ", mark: false });
  if (to < text.length) parts.push({ text: " …", mark: false });
  return parts;
}

// The beginning of a line or a sentence between two places, else of a word.
function start(text, from, most) {
  if (from === 0) return 0;
  const between = text.slice(from, most);
  const line = between.lastIndexOf("\n");
  if (line >= 0) return from + line + 1;
  const sentence = between.search(/[.:]\s+(?=\p{Lu})/u);
  if (sentence >= 0) return from + sentence + between.slice(sentence).search(/\s/) + 1;
  const word = between.search(/\s/);
  return word >= 0 ? from + word + 1 : from;
}

function end(text, to, least) {
  if (to >= text.length) return text.length;
  const space = text.slice(least, to).search(/\s\S*$/);
  return space >= 0 ? least + space : to;
}

function cut(text, from, to, places) {
  const parts = [];
  let at = from;
  const add = (end, mark) => {
    if (end > at) parts.push({ text: text.slice(at, end).replace(/\s*\n\s*/g, " · "), mark });
    at = Math.max(at, end);
  };
  for (const place of places) {
    if (place.from < at || place.to > to) continue;
    add(place.from, false);
    add(place.to, true);
  }
  add(to, false);
  return parts;
}
