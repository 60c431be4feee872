// Text as words, and words as stems, as hooks/namndarkivet/searching/words.py and snowball.py say it; tests hold the two together.
// The tables come from sok/sok.json: «stammar» (what Snowball misses, mended.py) and «stoppord».

const SPELLED = { ø: "ö", æ: "ä", ß: "ss", đ: "d", ð: "d", ł: "l", þ: "th", œ: "oe" };
const KEPT = { å: "\0", ä: "\x01", ö: "\x02" };
const SHOWN = { "\0": "å", "\x01": "ä", "\x02": "ö" };

/**
 * The words of a text, in its order: runs of [a-zåäö0-9] in lower case. Other accents are taken off, letters of other alphabets
 * and all signs separate, and the s of a genitive after a colon or an apostrophe is no word.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const shown = text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/[\0-\x02]/g, " ");
  const lower = shown.toLowerCase().normalize("NFC");
  const bare = lower
    .replace(/(?<=[\p{L}\p{N}])[:'’]s(?![\p{L}\p{N}])/gu, " ")
    .replace(/[åäö]/g, (letter) => KEPT[letter])
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[øæßđðłþœ]/g, (letter) => SPELLED[letter])
    .replace(/[\0-\x02]/g, (hidden) => SHOWN[hidden]);
  return bare.match(/[a-zåäö0-9]+/g) ?? [];
}

/**
 * A word as it is typed without å, ä and ö.
 * @param {string} word of `words`
 * @returns {string}
 */
export function fold(word) {
  return word.replace(/[åä]/g, "a").replace(/ö/g, "o");
}

/**
 * What the inflections of a word have in common: Snowball's stem, mended. A number is its own.
 * @param {string} word of `words`
 * @param {Object<string, string>} mended «stammar» of sok.json
 * @returns {string}
 */
export function stem(word, mended) {
  if (/^[0-9]/.test(word)) return word;
  const bent = mendedEnd(word, "~", mended) ?? (word.endsWith("s") ? mendedEnd(word.slice(0, -1), "~", mended) : null);
  let base = word;
  if (bent) {
    if (bent.end.startsWith("=")) return word.slice(0, bent.start) + bent.end.slice(1);
    base = word.slice(0, bent.start) + bent.end;
  }
  const found = snowball(base);
  const whole = own(mended, found);
  if (whole !== undefined) return whole;
  const last = mendedEnd(found, "-", mended);
  return last ? found.slice(0, last.start) + last.end.slice(1) : found;
}

const bounds = new WeakMap();

/** The letters of the table's longest end: no longer part of a word needs to be looked up. */
function longest(table) {
  if (!bounds.has(table)) bounds.set(table, Math.max(0, ...Object.keys(table).map((key) => key.length)));
  return bounds.get(table);
}

/** Where the longest end of the word begins that the table has an entry of this kind for, and what it says. */
function mendedEnd(word, kind, mended) {
  for (let start = Math.max(0, word.length - longest(mended)); start < word.length; start++) {
    const end = own(mended, kind + word.slice(start));
    if (end !== undefined) return { start, end };
  }
  return null;
}

/** An entry of the table, and nothing that every object has («constructor»). */
function own(table, key) {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const VOWELS = "aeiouyäåö";
const BEFORE_S = "bcdfghjklmnoprtvy";
const BEFORE_OST = "iklnprtuv";
const NO_ET = /(?:fab|h|pak|rak|stak|kom|iet|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|uit|ivit|kvit|xit)$/;
const ENDINGS = new Set(
  ("a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas ornas es" +
    " ades andes ens arens hetens erns at et andet het ast").split(" "),
);
const LONGEST = Math.max(...Array.from(ENDINGS, (ending) => ending.length));
const PAIR = /(?:dd|gd|nn|dt|gt|kt|tt)$/;

/**
 * The stem of a word by Snowball's algorithm for Swedish, release 3.1; see snowball.py.
 * @param {string} word in lower case
 * @returns {string}
 */
export function snowball(word) {
  const start = region(word);
  if (start === null) return word;
  let found = withoutInflection(word, start);
  if (found.length - start >= 2 && PAIR.test(found)) found = found.slice(0, -1);
  return withoutSuffix(found, start);
}

function region(word) {
  let at = 0;
  while (at < word.length && !VOWELS.includes(word[at])) at++;
  while (at < word.length && VOWELS.includes(word[at])) at++;
  return at < word.length ? Math.max(at + 1, 3) : null;
}

function withoutInflection(word, start) {
  for (let size = Math.min(LONGEST, word.length - start); size > 0; size--) {
    const ending = word.slice(-size);
    if (!ENDINGS.has(ending)) continue;
    if (ending === "et") return takesEt(word.slice(0, -2)) ? word.slice(0, -2) : word;
    if (ending !== "s") return word.slice(0, -size);
    if (word.endsWith("ets") && takesEt(word.slice(0, -3))) return word.slice(0, -3);
    return BEFORE_S.includes(word.at(-2)) ? word.slice(0, -1) : word;
  }
  return word;
}

function takesEt(rest) {
  return rest.length > 2 && !VOWELS.includes(rest.at(-1)) && VOWELS.includes(rest.at(-2)) && !NO_ET.test(rest);
}

function withoutSuffix(word, start) {
  const end = word.slice(start);
  if (end.endsWith("lig") || end.endsWith("els")) return word.slice(0, -3);
  if (end.endsWith("ig")) return word.slice(0, -2);
  if (end.endsWith("fullt")) return word.slice(0, -1);
  if (end.endsWith("öst") && BEFORE_OST.includes(word.at(-4))) return word.slice(0, -1);
  return word;
}
