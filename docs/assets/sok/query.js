// What was typed, as what to look for: numbers that lead straight to a document, phrases, and words with all that the
// archive may call them. Knows the language and the lexicon; nothing of the engine.

import { numbers, SIGN } from "./numbers.js";
import { KIND, token } from "./tokens.js";
import { fold, stem, words } from "./words.js";

const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const PHRASE = /["”“«»]([^"”“«»]+)["”“«»]/gu;
const SHORTEST_BEGINNING = 3; // letters of an unfinished word that others are looked for by
const MOST_BEGINNING = 200; // words that begin so and are compared
const ENDINGS = 4; // and of these, how many are sought
const LONGEST = 24; // words of a question that are looked for; a pasted page is not one

// Returns {concepts, phrases, notes}. A concept is {typed, ways: [{terms, where, marks}]}: ways of finding one thing, the
// exact first and the widest last; `terms` as the index has them, `where` the shards as bits, `marks` stems to mark in a
// passage. A phrase is {terms, where}: terms that stand in that order. `language` is the manifest's tables.
export async function understand(typed, language, lexicon, typing) {
  let text = typed.normalize("NFC").replace(/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g, dated);
  const phrases = [];
  for (const [whole, inside] of text.matchAll(PHRASE)) {
    const phrase = await ordered(inside, language, lexicon);
    if (phrase) phrases.push(phrase);
    else text = text.replace(whole, inside);
  }
  const concepts = [];
  const notes = [];
  for (const number of numbers(text).reverse()) {
    const concept = await numbered(number, lexicon);
    if (!concept) continue;
    concepts.unshift(concept);
    text = `${text.slice(0, number.from)} ${concept.rest} ${text.slice(number.to)}`;
  }
  const all = words(text).slice(0, LONGEST);
  const common = new Set(language.stoppord);
  const sought = all.filter((word) => !common.has(word));
  if (!sought.length && !concepts.length && all.length) notes.push({ kind: "common", words: [...new Set(all)] });
  const { left, found } = await grouped(sought, language, lexicon);
  concepts.push(...found);
  for (const [at, word] of left.entries()) {
    const unfinished = typing && at === left.length - 1 && !/\s$/.test(typed);
    const concept = await worded(word, language, lexicon, notes, unfinished);
    if (concept && !concepts.some((other) => other.ways[0].terms === concept.ways[0].terms)) concepts.push(concept);
  }
  return { concepts, phrases, notes, asked: typed.trim() !== "" };
}

const dated = (written, year, month, day) => (MONTHS[month - 1] ? `${Number(day)} ${MONTHS[month - 1]} ${year}` : written);

async function ordered(inside, language, lexicon) {
  const common = new Set(language.stoppord);
  const stems = words(inside).filter((word) => !common.has(word)).map((word) => stem(word, language.stammar));
  if (stems.length < 2) return null;
  const where = await Promise.all(stems.map((term) => lexicon.where(term)));
  return { terms: stems.map((term) => token(term, KIND.word)).join(" "), where: where.reduce((all, one) => all & one), marks: stems };
}

// A number as a concept, by the first of its keys that the archive has; null when it has none of them.
async function numbered({ text, keys }, lexicon) {
  for (const { kind, key, rest } of keys) {
    const where = await lexicon.where(SIGN[kind] + key);
    if (where) return { typed: text, rest, ways: [{ terms: token(key, kind), where, marks: [] }], number: text };
  }
  return null;
}

// Phrases that mean the same as a word («särskilt boende»): one concept each; and the words that are left.
async function grouped(sought, language, lexicon) {
  const stems = sought.map((word) => stem(word, language.stammar));
  const taken = new Set();
  const found = [];
  for (const [phrase, key] of language.fraser) {
    for (let at = 0; at + phrase.length <= stems.length; at += 1) {
      const places = phrase.map((_, n) => at + n);
      if (phrase.some((term, n) => stems[at + n] !== term) || places.some((place) => taken.has(place))) continue;
      const where = await lexicon.where(`=${key}`);
      if (!where) continue;
      const own = await Promise.all(phrase.map((term) => lexicon.where(term)));
      const ways = [{ terms: token(key, KIND.group), where, marks: [...phrase, ...members(key, language)] }];
      const all = own.reduce((some, one) => some & one);
      if (all) ways.unshift({ terms: phrase.map((term) => token(term, KIND.word)).join(" "), where: all, marks: phrase });
      found.push({ typed: places.map((place) => sought[place]).join(" "), ways });
      for (const place of places) taken.add(place);
    }
  }
  return { found, left: sought.filter((_, place) => !taken.has(place)) };
}

const members = (key, language) => Object.keys(language.grupper).filter((term) => language.grupper[term] === key);

// A word as a concept; null, and a note, when the archive has nothing that it could mean.
async function worded(word, language, lexicon, notes, unfinished) {
  const typed = stem(word, language.stammar);
  const form = fold(typed);
  const marked = fold(word) !== word;
  const same = await lexicon.folded(form);
  const apart = language.skilda.includes(form);
  const ways = [];
  if (same.has(typed)) ways.push({ terms: token(typed, KIND.word), where: same.get(typed), marks: [typed] });
  const others = [...same.keys()].filter((term) => term !== typed);
  let meant = same.has(typed) ? typed : null;
  if (!marked && others.length && !(apart && meant)) {
    if (same.size === 1) {
      meant = others[0];
      ways.push({ terms: token(meant, KIND.word), where: same.get(meant), marks: [meant] });
    } else {
      const where = [...same.values()].reduce((some, one) => some | one);
      ways.push({ terms: token(form, KIND.folded), where, marks: [...same.keys()] });
    }
  }
  if (meant && apart) for (const other of others) notes.push({ kind: "also", typed: word, other });
  const key = language.grupper[meant ?? typed];
  const where = key ? await lexicon.where(`=${key}`) : 0n;
  if (where) ways.push({ terms: token(key, KIND.group), where, marks: [meant ?? typed, ...members(key, language)] });
  if (unfinished || !ways.length) ways.push(...(await begun(word, marked, lexicon)).filter((way) => !ways.some((other) => other.terms === way.terms)));
  if (ways.length) return { typed: word, ways };
  notes.push({ kind: "absent", word, suggestions: [...new Set([...others, ...(await lexicon.near(typed, 3))])].slice(0, 3) });
  return null;
}

// The commonest of the words that begin so, where the word may not be finished: «stödfunk».
async function begun(start, marked, lexicon) {
  if (start.length < SHORTEST_BEGINNING) return [];
  const found = [...(await lexicon.beginning(fold(start), MOST_BEGINNING))].filter(([term]) => !marked || term.startsWith(start));
  const ordered = found.sort(([one, here], [other, there]) => bits(there) - bits(here) || one.length - other.length || (one < other ? -1 : 1));
  return ordered.slice(0, ENDINGS).map(([term, where]) => ({ terms: token(term, KIND.word), where, marks: [term] }));
}

const bits = (where) => where.toString(2).replaceAll("0", "").length;
