// Whether a value is what a question asks for, with the model's own messages (`besked` of formular.json, made by adding/messages.py).
// What is compared here is compared in hooks/namndarkivet/values.py, dates.py and problem.py; tests hold the two together.

import { entryLines, scalar } from "./compose.js";
import { asciiDigits, mask } from "./guard.js";

/** The characters that Python takes for space, for use between brackets. */
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** The years that a document can be from or speak of. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;
/** Characters of a value that a message repeats. */
const SHOWN = 60;
/** How like a value of a closed list must be to be looked at, and to be suggested (difflib's measure). */
const LIKE = 0.6;
const SURE = 0.7;

const BLANK = new RegExp(`^[${SPACE}]*$`, "u");
const WHOLE = /^[0-9]{1,15}$/;
const AMOUNT = /^[0-9]{1,15}(?:[.,][0-9]{1,2})?$/;
/** A number with spaces, points or a unit, and one that has öre. */
const SPACED = /^[0-9 .,\u00a0]+(?:[ \t\n\r\f\v]*(?:kr|kronor|:-))?$/;
const ORE = /[.,][0-9]{1,2}$/;
const NONE = ["inga", "ingen", "inget", "nej"];

/**
 * What the model says of the value of one question, parts and entries too. Nothing is said of a value that is not there (that a
 * question needs an answer is for the form to tell), but a part that is missing from a value is told.
 * @param {Object} question one of `frågor`, or one of the `delar` of one
 * @param {string|Array|Object|undefined} value
 * @param {Object} data formular.json
 * @returns {string[]} messages in Swedish; none when the value is right
 */
export function wrongWith(question, value, data) {
  if (value === undefined || question["utanför"]) return [];
  if (!question.lista) return wrongOne(question, value, data, false);
  if (Array.isArray(value)) return value.flatMap((one) => wrongOne(question, one, data, true));
  return isBlank(value) ? [] : [listAdvice(value, data)];
}

function wrongOne(question, value, data, inList) {
  if (isBlank(value)) return [];
  const told = data.besked;
  const say = (message, left) => [filled(message, { värde: shown(value, data, inList), ...left })];
  if (question.delar) {
    if (typeof value === "object" && !Array.isArray(value)) return question.delar.flatMap((part) => wrongPart(part, value, data));
    return say(told.uppgifter.fel, { nycklar: question.delar.map((part) => part.nyckel).join(", ") });
  }
  if (question.val) return question.val.includes(value) ? [] : [choiceAdvice(question.val, value, told)];
  if (typeof value !== "string") return say((told[question.slag]?.form ?? told.text.form), {});
  return CHECKS[question.slag]?.(value, question, told, say) ?? [];
}

function wrongPart(part, whole, data) {
  if (whole[part.nyckel] !== undefined) return wrongWith(part, whole[part.nyckel], data);
  if (!part.krävs) return [];
  const help = part.hjälp.replace(/\.+$/, "").toLowerCase();
  return [filled(data.besked.uppgifter.saknas, { nyckel: part.nyckel, hjälp: help })];
}

/** For each kind of value (`slag`) what is said of a text that is none; nothing of one that is. */
const CHECKS = {
  text: (text, question, told) =>
    told.bara_namn.includes(question.nyckel) && /[/\\]|^[A-Za-z]:/.test(text)
      ? [filled(told.text.sökväg, { namn: text.split(/[/\\]/).at(-1) })]
      : [],
  datum: (text, question, { datum, månader }, say) => {
    if (partialDate(text)) return [];
    const meant = meantDate(text, månader);
    return meant ? say(datum[meant.exists ? "skrivs" : "finns_inte"], { rätt: meant.date }) : say(datum.fel);
  },
  årtal: (text, question, { årtal }, say) => (year(text) ? [] : say(årtal.fel)),
  heltal: (text, question, { heltal }, say) => (WHOLE.test(text) ? [] : numberAdvice(text, heltal, say)),
  belopp: (text, question, { belopp }, say) => (AMOUNT.test(text) ? [] : numberAdvice(text, belopp, say)),
  webbadress: (text, question, { webbadress }, say) => (fits(text, question) && hasHost(text) ? [] : say(webbadress.fel)),
  kontrollsumma: (text, question, { kontrollsumma }, say) => (fits(text, question) ? [] : say(kontrollsumma.fel)),
  kommunkod: (text, question, { kommunkod }, say) => (fits(text, question) ? [] : say(kommunkod.fel)),
  fil: (text, question, { fil }, say) => (fits(text, question) ? [] : say(fil.fel)),
};

/** Whether a text is as the model's pattern wants it, with Python's idea of space. Without the flag u, which forbids «\"». */
const fits = (text, question) => new RegExp(question.form.pattern.replaceAll("\\s", SPACE)).test(text);

/**
 * A date to the day, the month or the year.
 * @param {string} text «2031-02-12», «2031-02» or «2031»
 * @returns {?{year: number, month: number, day: number}} 0 for what is not known; null for what is no date in the calendar
 */
export function partialDate(text) {
  const match = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
  if (!match) return null;
  const [inYear, month, day] = match.slice(1).map((part) => Number(part ?? 0));
  if (inYear < FIRST_YEAR || inYear > LAST_YEAR) return null;
  if (match[2] && (month < 1 || month > 12)) return null;
  if (match[3] && (day < 1 || day > lastDay(inYear, month))) return null;
  return { year: inYear, month, day };
}

/**
 * A year as four digits.
 * @param {string} text
 * @returns {?number} null for what is no year that a document can be from
 */
export function year(text) {
  const found = typeof text === "string" && /^[0-9]{4}$/.test(text) ? Number(text) : 0;
  return found >= FIRST_YEAR && found <= LAST_YEAR ? found : null;
}

/** The last day of a month; the calendar is the same every 400 years, and JavaScript's has its own idea of the first hundred. */
const lastDay = (inYear, month) => new Date(Date.UTC(2000 + (inYear % 400), month, 0)).getUTCDate();

/** The date that somebody meant who wrote «12 februari 2031» or «20310212», and whether its day exists (else the month's last). */
function meantDate(text, months) {
  const words = new RegExp(`(\\p{Nd}{1,2})[${SPACE}]+(${months.join("|")})[${SPACE}]+(\\p{Nd}{4})`, "iu").exec(text);
  const loose = /^(\p{Nd}{4})(?:[-./ ](\p{Nd}{1,2})[-./ ](\p{Nd}{1,2})|(\p{Nd}{2})(\p{Nd}{2}))$/u.exec(text);
  if (!words && !loose) return null;
  const number = (part) => Number(asciiDigits(part));
  const [inYear, month, day] = words
    ? [number(words[3]), months.indexOf(words[2].toLowerCase().replaceAll("ſ", "s")) + 1, number(words[1])]
    : [number(loose[1]), number(loose[2] ?? loose[4]), number(loose[3] ?? loose[5])];
  if (!inYear || month < 1 || month > 12) return null;
  const exists = day <= lastDay(inYear, month);
  const written = exists ? Math.max(day, 1) : lastDay(inYear, month);
  const date = [String(inYear).padStart(4, "0"), ...[month, written].map((part) => String(part).padStart(2, "0"))].join("-");
  return { date, exists };
}

/** What to write instead of «9 500 kr»; «9.500» is nine thousand five hundred. */
function numberAdvice(text, messages, say) {
  const digits = text.replace(/\P{Nd}/gu, "");
  return digits && SPACED.test(text) && !ORE.test(text) ? say(messages.skrivs, { rätt: digits }) : say(messages.fel);
}

/** Whether a web address names a host, as Python's urllib reads it; its brackets, for IPv6, are left to the browser. */
function hasHost(text) {
  const place = text.slice(text.indexOf("//") + 2).split(/[/?#]/, 1)[0];
  if (/[[\]]/.test(place)) return URL.canParse(text);
  const bare = place.replace(/[@:]/g, "");
  const folded = bare.normalize("NFKC");
  if (folded !== bare && /[/?#@:]/.test(folded)) return false; // «℀» would become a/c
  return place.slice(place.lastIndexOf("@") + 1).split(":", 1)[0] !== "";
}

function choiceAdvice(choices, value, told) {
  const { fel, menade, eller } = told.val;
  const last = choices.at(-1);
  const listed = choices.length > 1 ? choices.slice(0, -1).join(", ") + eller + last : last;
  const near = typeof value === "string" ? nearest(value, choices) : null;
  const [text, characters] = typeof value === "string" ? [value, [...value]] : ["…", []];
  const short = characters.length < SHOWN ? text : `${characters.slice(0, SHOWN - 3).join("")}…`;
  return filled(near ? menade : fel, { värde: short, val: listed, nära: near });
}

function listAdvice(value, data) {
  const messages = data.besked.lista;
  const say = (message) => filled(message, { värde: shown(value, data, false), text: value });
  if (typeof value !== "string") return say(messages.form);
  if (new RegExp(`^-[^${SPACE}]`, "u").test(value)) return say(messages.mellanslag);
  if (/^[–—•*]/.test(value)) return say(messages.streck);
  if (NONE.includes(fold(value).replace(/\.+$/, ""))) return say(messages.inga);
  return say([...value].length < SHOWN && !value.includes(":") ? messages.fel : messages.lång);
}

/** A message with what was left open in it; in one pass, so that what is filled in stays as it is. */
const filled = (message, left) => message.replace(/\{([^{}]+)\}/gu, (whole, name) => left[name] ?? whole);

/** A value as the file has it, or the beginning of it. Of a list or of keys on lines of their own, the first character. */
function shown(value, data, inList) {
  const written = mask(firstWritten(value, inList).normalize("NFC"), data.vakt);
  const characters = [...written];
  return characters.length < SHOWN ? written : `${characters.slice(0, SHOWN).join("")}…`;
}

function firstWritten(value, inList) {
  if (typeof value === "string") return scalar(value);
  if (inList && !Array.isArray(value)) {
    const rows = entryLines(value);
    return rows.length === 1 && rows[0].startsWith("{") ? rows[0] : rows[0][0];
  }
  if (Object.keys(value).length === 0) return "[]";
  return Array.isArray(value) ? "-" : Object.keys(value)[0][0];
}

/** Whether it is a text without a word: the file's own rules tell of that. */
const isBlank = (value) => typeof value === "string" && BLANK.test(value);

/** The choice that a person most likely meant, or null. */
function nearest(text, choices) {
  const written = fold(text);
  const likeness = choices.map((choice) => [ratio(fold(choice), written), choice]);
  const same = choices.findLast((choice) => fold(choice) === written);
  const like = likeness.filter(([score]) => score >= LIKE).sort(([a, x], [b, y]) => b - a || (fold(x) < fold(y) ? 1 : -1));
  const near = same ?? like[0]?.[1] ?? null;
  return near !== null && ratio(written, fold(near)) >= SURE ? near : null;
}

/** A text whatever its capitals (Python's casefold; ı stays what it is). */
const fold = (text) => [...text].map((sign) => (sign === "ı" ? sign : sign.toUpperCase().toLowerCase())).join("");

/** How alike two texts are, from 0 to 1: Ratcliff and Obershelp's measure, as Python's difflib has it. */
function ratio(first, second) {
  const [a, b] = [[...first], [...second]];
  return a.length + b.length ? (2 * matching(a, b)) / (a.length + b.length) : 1;
}

/** How many characters two texts have in common: in the longest stretch that both have, and on either side of it. */
function matching(a, b) {
  let [atA, atB, size] = [0, 0, 0];
  let ended = new Map();
  a.forEach((sign, i) => {
    const ends = new Map();
    b.forEach((other, j) => {
      if (sign !== other) return;
      const length = (ended.get(j - 1) ?? 0) + 1;
      ends.set(j, length);
      if (length > size) [atA, atB, size] = [i - length + 1, j - length + 1, length];
    });
    ended = ends;
  });
  if (!size) return 0;
  return size + matching(a.slice(0, atA), b.slice(0, atB)) + matching(a.slice(atA + size), b.slice(atB + size));
}
