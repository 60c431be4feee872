// The numbers in what was typed, read in every way that they can be: the keys are those of searching/numbers.py. Which of
// them is meant is for the archive to say, by which it has.

import { KIND } from "./terms.js";

const PARAGRAPH = /(?:§+|\bpar(?:agraf(?:en)?)?\b\.?)\s*(\d{1,4})(?:\s?([a-h])\b)?(?:\s*\/\s*\d{4})?/giu;
const PAIR = /(?:(?:dnr|diarienummer|diarienr)[.:]?\s*|(?:cirkulär|meddelande(?:\sfrån\sstyrelsen)?)\s(?:(?:nr|nummer)[.:]?\s)?)?(?:(?<before>\p{L}{1,10})\s?[-/]?\s?)?(?<![\d])(?<first>\d{1,6})\s?[-/:.]\s?(?:(?<middle>\p{L}{2,8})\s)?(?<second>\d{1,6})(?::(?<sub>\d{1,3}))?(?![\d-])(?:\s(?<after>\p{L}{2,8})\b)?/giu;
const YEAR = /^(19|20)\d{2}$/;
const SPACED = /\b(\p{L}{2,8})\s((?:19|20)\d\d)\s(\d{1,6})\b/giu;
const CLOSE = /\b(\p{L}{2,4})(\d{2})(\d{4})\b/giu;
const CENTURY_TURNS = 60; // as registry_numbers.py reads a year of two digits: 1960–2059
const SPELLED = { å: "aa", ä: "ae", ö: "oe", é: "e" };

// [{text, from, to, keys: [{kind, key, rest}]}]: each number with the keys to try, the likeliest first; `rest` are words
// that a key leaves out and that must be sought besides.
export function numbers(typed) {
  const text = typed.toLowerCase();
  const found = [];
  const add = (match, keys) => {
    const [from, to] = [match.index, match.index + match[0].length];
    if (keys.length && !found.some((other) => from < other.to && to > other.from)) {
      found.push({ text: match[0].trim(), from, to, keys });
    }
  };
  for (const match of text.matchAll(PARAGRAPH)) {
    const [, number, letter] = match;
    const keys = letter ? [`${Number(number)}-${letter}`] : [`${Number(number)}`];
    add(match, keys.map((key) => ({ kind: KIND.paragraph, key, rest: "" })));
  }
  for (const match of text.matchAll(CLOSE)) {
    const key = `${year(match[2])}-${Number(match[3])}`;
    add(match, [registry(spelled(match[1]), key, ""), registry("", key, match[1])]);
  }
  for (const match of text.matchAll(SPACED)) add(match, [registry(spelled(match[1]), `${match[2]}-${Number(match[3])}`, "")]);
  for (const match of text.matchAll(PAIR)) add(match, pair(match.groups, /\d\s?([-/:.])/.exec(match[0])[1]));
  return found.sort((one, other) => one.from - other.from);
}

function pair({ before, middle, after, first, second, sub }, sign) {
  const names = [before, middle, after].filter((name) => name && !/^(dnr|nr|cirkulär)$/u.test(name));
  const keys = [];
  // What no year can be read from is filed as it is written, its zeros kept: 0268/22. So is a number with a part: 2024-00009:25.
  if (sub) keys.push({ kind: KIND.registry, key: [...names.map(spelled), first, second, sub].join("-"), rest: "" });
  else if (!names.length && sign !== ":" && ![first, second].some((part) => YEAR.test(part))) keys.push(registry("", `${first}-${second}`, ""));
  for (const [written, number] of [[first, second], [second, first]]) {
    if (!YEAR.test(written) && !/^\d{2}$/.test(written)) continue;
    const key = `${year(written)}-${Number(number)}`;
    for (const name of names) keys.push(registry(spelled(name), key, names.filter((other) => other !== name).join(" ")));
    keys.push(registry("", key, names.join(" ")));
  }
  keys.push({ kind: KIND.circular, key: `${Number(first)}-${Number(second)}`, rest: names.join(" ") });
  return keys;
}

const registry = (name, key, rest) => ({ kind: KIND.registry, key: name ? `${name}-${key}` : key, rest });
const spelled = (name) => Array.from(name, (sign) => SPELLED[sign] ?? sign).join("");
const year = (written) => (written.length === 4 ? written : String(Number(written) + (Number(written) >= CENTURY_TURNS ? 1900 : 2000)));
