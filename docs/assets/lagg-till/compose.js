// Front matter as text, to the byte as hooks/namndarkivet/composing.py and asking/draft.py write it; tests hold the two together.

/** Words that YAML 1.1 or a reader may take for something else than text, whatever their capitals (ﬀ is ff written as one). */
const WORDS = /^(?:true|false|yes|no|on|o(?:ff|ﬀ)|null|y|n|~)$/iu;
const BARE = /^(?:\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,6})$/u;
const PLAIN = /^[A-ZÅÄÖa-zåäö§](?:[\p{L}\p{N} ()/.§+–—-]*[\p{L}\p{N}()/.§+–—-])?$/u;
/** Characters of a mapping in a list that stands on one line at most. */
const SHORT = 100;
/**
 * What PyYAML escapes between double quotes, all that it does not write as it is (emitter.py, write_double_quoted); and the signs
 * after such a one that would join the last letter of its escape in NFC.
 */
const ESCAPED = /["\\\ufeff\u2028\u2029]|[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]|(?<=(?:["\\\ufeff\u2028\u2029]|[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd])\p{M}*)\p{M}/gu;
const ESCAPES = {
  "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e",
  '"': '"', "\\": "\\", "\x85": "N", "\u2028": "L", "\u2029": "P",
};
/** What ends a line, or may not stand in a comment. */
const BREAKS = /[\p{Cc}\ufeff\ufffe\uffff\u2028\u2029]+/gu;

/**
 * One value: plain where it can be, quoted where YAML or a reader could take it for something else.
 * @param {string|number} value
 * @returns {string}
 */
export function scalar(value) {
  const text = String(value);
  if (BARE.test(text) || (PLAIN.test(text) && !WORDS.test(text))) return text;
  return `"${text.replace(ESCAPED, escaped)}"`;
}

function escaped(character) {
  if (Object.hasOwn(ESCAPES, character)) return `\\${ESCAPES[character]}`;
  const code = character.codePointAt(0);
  const [mark, width] = code <= 0xff ? ["x", 2] : code <= 0xffff ? ["u", 4] : ["U", 8];
  return `\\${mark}${code.toString(16).toUpperCase().padStart(width, "0")}`;
}

/**
 * A key with its value: text, an object, or an array of those. An empty array is «[]», which means none.
 * @param {string} key
 * @param {string|Array|Object} value
 * @returns {string} one line or more, without the last line's end
 */
export function composed(key, value) {
  if (typeof value !== "object") return `${key}: ${scalar(value)}`;
  const rows = lines(value);
  return rows.length ? [`${key}:`, ...indented(rows)].join("\n") : `${key}: []`;
}

function lines(value) {
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, one]) => composed(key, one).split("\n"));
  return value.flatMap((one) => {
    const [first, ...rest] = entryLines(one);
    return [`- ${first}`, ...indented(rest)];
  });
}

/**
 * The lines of one entry of a list, without its dash: a short object stands on one line between braces.
 * @param {string|Object} entry
 * @returns {string[]}
 */
export function entryLines(entry) {
  if (typeof entry !== "object") return [scalar(entry)];
  const rows = lines(entry);
  const flow = `{${rows.join(", ")}}`;
  const deep = Object.values(entry).some((one) => typeof one === "object");
  return rows.length === 1 || deep || [...flow].length > SHORT ? rows : [flow];
}

const indented = (rows) => rows.map((row) => `  ${row}`);

/**
 * A document as a file holds it: the answers in the questions' order between two lines «---», an empty line and the text.
 * @param {Array<Object>} questions those of the document's kind (`frågor` of formular.json)
 * @param {Object} values answers by key; one that is not there has no line
 * @param {string} body the document's text; empty lines around it are not kept
 * @param {Object<string, string>} doubts by key why the answer must be checked: a comment on its first line
 * @returns {string}
 */
export function documentText(questions, values, body, doubts = {}) {
  const blocks = questions
    .filter((one) => !one["utanför"] && values[one.nyckel] !== undefined)
    .map((one) => doubted(composed(one.nyckel, values[one.nyckel]), doubts[one.nyckel]));
  const text = body.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
  return ["---", ...blocks, "---", text ? `\n${text}\n` : ""].join("\n");
}

function doubted(block, why) {
  if (!why) return block;
  const [first, ...rest] = block.split("\n");
  return [`${first}  # kontrollera: ${why.replace(BREAKS, " ").trim()}`, ...rest].join("\n");
}
