// What may not leave the machine: what hooks/namndarkivet/personal_numbers.py and private_facts.py find. The patterns and words
// are theirs, translated when the site is built (adding/patterns.py: `vakt` of formular.json); tests hold what is found together.
// Places in a text are JavaScript's, in UTF-16 units; «characters» are counted as Python counts them, in code points.

/**
 * The personal identity numbers of a text in order, and what may be one.
 * @param {string} text
 * @param {Object} rules `vakt` of formular.json
 * @returns {Array<{start: number, end: number, masked: string, grade: string}>} `masked` can be shown: «520304-****»;
 *   `grade` is «säkert» or «misstänkt»
 */
export function findNumbers(text, rules) {
  const known = rules.nummer;
  const part = pattern(known.del);
  const found = [];
  let ibans = null;
  for (const { match, start, end } of candidates(text, known)) {
    const { first, second, mark } = match.groups;
    if (first !== second || part.test(text.slice(back(text, start, known.delFöre), start)) || !isDay(match, known)) continue;
    const marked = [...mark].some((sign) => !known.luft.includes(sign));
    if (first && !marked) continue; // a day and a time, or groups of another number
    ibans ??= [...text.matchAll(pattern(known.iban, "gu"))].map((iban) => [iban.index, iban.index + iban[0].length]);
    if (ibans.some(([from, to]) => from <= start && start < to)) continue;
    const { year, month, day, last } = match.groups;
    const digits = asciiDigits(year + month + day + last).replace(/[^0-9]/g, "");
    const before = text.slice(back(text, start, known.före), start);
    const grade = gradeOf(before, match[0], isRight(digits), marked, known);
    if (grade) found.push({ start, end, masked: `${digits.slice(0, 6)}-****`, grade });
  }
  return found;
}

/** Digits with what may stand between them, and in those what is written as a number; a number never goes on past them. */
function* candidates(text, known) {
  for (const run of text.matchAll(pattern(known.svit, "gu"))) {
    if (run[0].match(/\p{Nd}/gu).length < known.siffror) continue;
    for (const match of run[0].matchAll(pattern(known.nummer, "gu"))) {
      const start = run.index + match.index;
      yield { match, start, end: start + match[0].length };
    }
  }
}

function gradeOf(before, written, right, marked, known) {
  if (pattern(known.märkt).test(before)) return right ? known.säkert : known.misstänkt;
  if (pattern(known.annat).test(before) || pattern(`^(?:${known.mobil})$`).test(written)) return right ? known.misstänkt : "";
  if (right) return known.säkert;
  return marked ? known.misstänkt : "";
}

function isDay({ groups }, known) {
  const [month, day] = [groups.month, groups.day].map((part) => Number(asciiDigits(part)));
  const bare = day > known.samordning ? day - known.samordning : day;
  return month >= 1 && month <= known.dagar.length && bare >= 1 && bare <= known.dagar[month - 1];
}

/** Whether the last of ten digits is the check digit of the others (Luhn). */
function isRight(digits) {
  const doubled = [...digits].map((digit, place) => Number(digit) * (place % 2 ? 1 : 2));
  return doubled.reduce((sum, number) => sum + Math.floor(number / 10) + (number % 10), 0) % 10 === 0;
}

/**
 * A text with the last four digits of each number hidden.
 * @param {string} text
 * @param {Object} rules `vakt` of formular.json
 * @returns {string} as many characters as the text
 */
export function mask(text, rules) {
  let hidden = text;
  for (const { start, end } of findNumbers(text, rules).reverse()) {
    const digits = hidden.slice(start, end).replace(pattern(rules.nummer.sista, "gu"), "*");
    hidden = hidden.slice(0, start) + digits + hidden.slice(end);
  }
  return hidden;
}

/**
 * The places of a text that may tell a private fact of one person, kind by kind.
 * @param {string} text
 * @param {Object} rules `vakt` of formular.json
 * @returns {Array<{start: number, end: number, fact: string}>} `fact` is «födelsedatum», «hemadress» or «hälsa»
 */
export function findHints(text, rules) {
  return rules.uppgifter.flatMap(({ fakta: fact, ord: words, mönster }) => {
    const spans = words.flatMap((word) => near(text, word, mönster, rules.omkring));
    return apart(spans).map(([start, end]) => ({ start, end, fact }));
  });
}

/** The places of a pattern around each place of a word. It sees what stands before, but not what stands behind. */
function near(text, word, source, around) {
  const spans = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const seen = text.slice(0, forth(text, at + word.length, around));
    const looking = pattern(source, "gu");
    looking.lastIndex = back(text, at, around);
    for (const match of seen.matchAll(looking)) spans.push([match.index, match.index + match[0].length]);
  }
  return spans;
}

/** Spans in order, of those that overlap the longest that begins first. */
function apart(spans) {
  let last = -1;
  return spans
    .sort(([start, end], [otherStart, otherEnd]) => start - otherStart || otherEnd - end)
    .filter(([start, end]) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

/**
 * A text with every digit, of whatever script, as 0–9. The ten digits of a script stand in a row in Unicode.
 * @param {string} text
 * @returns {string}
 */
export function asciiDigits(text) {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0);
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

const pattern = (source, flags = "u") => new RegExp(source, flags);

/** The place so many characters before another, or the beginning. */
function back(text, at, characters) {
  let place = at;
  for (let left = characters; left > 0 && place > 0; left -= 1) {
    place -= place > 1 && text.codePointAt(place - 2) > 0xffff ? 2 : 1;
  }
  return place;
}

/** The place so many characters after another, or the end. */
function forth(text, at, characters) {
  let place = at;
  for (let left = characters; left > 0 && place < text.length; left -= 1) {
    place += text.codePointAt(place) > 0xffff ? 2 : 1;
  }
  return place;
}
