// What was typed, as what to look for: numbers that lead straight to a document, phrases, and words with all that the
// archive may call them. Knows the language and the lexicon; nothing of the engine.

import { numbers } from "./numbers.js";
import { KIND } from "./terms.js";
import { fold, stem, words } from "./words.js";

const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const DAY = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g; // as searching/numbers.py reads it in documents
const PHRASE = /["”“«»]([^"”“«»]+)["”“«»]/gu;
const SHORT = 4; // letters of a word that stands for one with å, ä or ö only as it is written: «lan» is lån, «bad» is not båda
const SHORTEST_BEGINNING = 3; // letters of an unfinished word that others are looked for by
const MOST_BEGINNING = 200; // words that begin so and are compared
const ENDINGS = 4; // and of these, how many are sought
const YEAR = /^(?:19|20)\d\d$/;
// What can only be a registry number: not «budget 2025-2027», «plan 2025-2027» or «kl 16:30».
const REGISTRY = /^(?:(?:dnr|diarienummer|diarienr)[.:]?\s*)?\p{L}{2,5}\s?[-/]?\s?(?:(?:19|20)\d\d[-/:](?!(?:19|20)\d\d$)\d{1,6}|\d\d\/\d{1,6})$/iu;
const LONGEST_NAME = 4; // words of a body's name
const LONGEST = 24; // words of a question that are looked for; a pasted page is not one

// Returns {concepts, phrases, notes}. A concept is {typed, kind, ways: [{terms, where, marks}]}: ways of finding one thing, the
// exact first and the widest last; `terms` that a page must have, of several in a list one, `where` the shards as bits, `marks` stems to mark in a
// passage. A phrase is {terms, where}: terms that stand in that order. `language` is the manifest's tables.
export async function understand(typed, language, lexicon, typing) {
  const days = typed.match(DAY) ?? [];
  let text = typed.normalize("NFC").toLowerCase().replace(DAY, dated);
  const phrases = [];
  for (const [whole, inside] of text.matchAll(PHRASE)) {
    const phrase = await ordered(inside, language, lexicon);
    if (phrase) phrases.push(phrase);
    else text = text.replace(whole, () => inside);
  }
  const concepts = [];
  const notes = [];
  for (const number of numbers(text).reverse()) {
    const concept = await numbered(number, lexicon);
    const paragraph = number.keys.every(({ kind }) => kind === KIND.paragraph);
    if (!concept && paragraph) notes.push({ kind: "unparagraphed", typed: number.text });
    else if (!concept && REGISTRY.test(number.text)) notes.push({ kind: "unnumbered", number: number.text });
    if (!concept && !paragraph) continue;
    if (concept) concepts.unshift(concept);
    text = `${text.slice(0, number.from)} ${concept?.rest ?? ""} ${text.slice(number.to)}`;
  }
  let all = words(text).slice(0, LONGEST);
  if (concepts.some(({ kind }) => kind === KIND.paragraph)) {
    const own = await owned(all, lexicon);
    concepts.push(...own.found);
    all = own.left;
  }
  const common = new Set(language.stoppord);
  const sought = all.filter((word) => !common.has(word));
  if (/^\s*§+\s*$/.test(typed)) notes.push({ kind: "number" });
  if (!sought.length && !concepts.length && all.length) notes.push({ kind: "common", words: [...new Set(all)] });
  const { left, found } = await grouped(sought, language, lexicon);
  concepts.push(...found);
  for (const [at, word] of left.entries()) {
    const unfinished = typing && at === left.length - 1 && !/\s$/.test(typed);
    const concept = await worded(word, language, lexicon, notes, unfinished);
    if (concept && !concepts.some((other) => same(other.ways[0].terms, concept.ways[0].terms))) concepts.push(concept);
  }
  return { concepts: eased(concepts, language, lexicon), phrases, notes, days, asked: typed.trim() !== "" };
}

// The concepts, those of a word that people put in a sentence and documents need not have («fler», «ny») no longer needed when
// there is another: documents that have it come before those that do not.
function eased(concepts, language, lexicon) {
  const light = new Set(language["lätta"]);
  const needed = concepts.some(({ typed }) => !light.has(typed));
  for (const concept of concepts) {
    if (needed && light.has(concept.typed)) concept.ways.push({ terms: [], where: lexicon.everywhere, marks: [] });
  }
  return concepts;
}

// What is said of a § besides its number, its body and its year, as those of the decision itself: «KS § 541 2024» is no other
// body's § 541 that mentions kommunstyrelsen. A name may be of several words; each is a concept, and the other words are left.
async function owned(all, lexicon) {
  const found = [];
  const left = [];
  for (let at = 0; at < all.length; ) {
    let taken = 0;
    for (let size = Math.min(LONGEST_NAME, all.length - at); size > 0 && !taken; size -= 1) {
      const name = all.slice(at, at + size);
      const key = size === 1 && YEAR.test(name[0]) ? `ar-${name[0]}` : fold(name.join("-"));
      const where = /^\d+$/.test(key) ? 0n : await lexicon.where(KIND.paragraph + key);
      if (!where) continue;
      found.push({ typed: name.join(" "), kind: KIND.paragraph, ways: [{ terms: [KIND.paragraph + key], where, marks: [] }] });
      taken = size;
    }
    if (!taken) left.push(all[at]);
    at += taken || 1;
  }
  return { found, left };
}

const dated = (written, year, month, day) => (MONTHS[month - 1] && day > 0 && day < 32 ? `${Number(day)} ${MONTHS[month - 1]} ${year}` : written);

async function ordered(inside, language, lexicon) {
  const common = new Set(language.stoppord);
  const stems = words(inside).filter((word) => !common.has(word)).map((word) => stem(word, language.stammar));
  if (stems.length < 2) return null;
  const where = await Promise.all(stems.map((term) => lexicon.where(term)));
  return { terms: stems, where: where.reduce((all, one) => all & one), marks: stems };
}

// A number as a concept, by the first of its keys that the archive has; null when it has none of them.
async function numbered({ text, keys }, lexicon) {
  for (const { kind, key, rest } of keys) {
    const where = await lexicon.where(kind + key);
    if (where) return { typed: text, kind, rest, ways: [{ terms: [kind + key], where, marks: [] }], number: text };
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
      const where = await lexicon.where(KIND.group + key);
      if (!where) continue;
      const own = await Promise.all(phrase.map((term) => lexicon.where(term)));
      const ways = [{ terms: [KIND.group + key], where, marks: [...phrase, ...members(key, language)] }];
      const all = own.reduce((some, one) => some & one);
      if (all) ways.unshift({ terms: phrase, where: all, marks: phrase });
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
  const alike = await lexicon.folded(form);
  const apart = language.skilda.includes(form);
  const ways = [];
  if (alike.has(typed)) ways.push({ terms: [typed], where: alike.get(typed), marks: [typed] });
  const others = [...alike.keys()].filter((term) => term !== typed && (word.length > SHORT || fold(lexicon.word(term)) === word));
  let meant = alike.has(typed) ? typed : null;
  if (!marked && others.length && !(apart && meant)) {
    if (!meant && others.length === 1) {
      meant = others[0];
      ways.push({ terms: [meant], where: alike.get(meant), marks: [meant] });
    } else {
      const where = [...alike.values()].reduce((some, one) => some | one);
      ways.push({ terms: [KIND.folded + form], where, marks: [...alike.keys()] });
    }
  }
  if (meant && apart) for (const other of others) notes.push({ kind: "also", typed: word, other: lexicon.word(other) });
  const key = language.grupper[meant ?? typed];
  const where = key ? await lexicon.where(KIND.group + key) : 0n;
  if (where) ways.push({ terms: [KIND.group + key], where, marks: [meant ?? typed, ...members(key, language)] });
  const known = ways.length > 0;
  if (unfinished || !known) {
    // Håbo is not what «habo» begins.
    const beginnings = (await begun(word, marked, lexicon)).filter(([term]) => !(meant && apart && term !== meant && fold(term) === form));
    if (beginnings.length) ways.push(widened(ways, beginnings));
  }
  if (!known && !unfinished && ways.length) notes.push({ kind: "instead", word, used: ways.flatMap((way) => way.marks).map((term) => lexicon.word(term)) });
  if (ways.length) return { typed: word, ways };
  if (language["lätta"].includes(word)) return null;
  notes.push({ kind: "absent", word, suggestions: [...new Set([...others, ...(await lexicon.near(typed, 2))])].slice(0, 2).map((term) => lexicon.word(term)) });
  return null;
}

// The commonest of the words that begin so, where the word may not be finished: «stödfunk».
async function begun(start, marked, lexicon) {
  if (start.length < SHORTEST_BEGINNING) return [];
  const found = [...(await lexicon.beginning(fold(start), MOST_BEGINNING))].filter(([term]) => !marked || term.startsWith(start));
  const ordered = found.sort(([one, here], [other, there]) => bits(there) - bits(here) || one.length - other.length || (one < other ? -1 : 1));
  return ordered.slice(0, ENDINGS);
}

// A way that takes any of these terms besides what the ways before it take: each way of a concept takes in those before it, so that
// wider and wider ways of several concepts can be tried side by side and lose nothing.
function widened(ways, others) {
  const terms = [...new Set([...ways.flatMap((way) => way.terms.flat()), ...others.map(([term]) => term)])];
  const where = [...ways.map((way) => way.where), ...others.map(([, there]) => there)].reduce((some, one) => some | one);
  return { terms: [terms], where, marks: others.map(([term]) => term) };
}

// Whether two ways ask for the same terms.
export const same = (one, other) => one.join(" ") === other.join(" ");

const bits = (where) => where.toString(2).replaceAll("0", "").length;
