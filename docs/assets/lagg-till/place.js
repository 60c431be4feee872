// Where a document belongs, by its answers, as hooks/namndarkivet/addresses.py, filing.py and asking/draft.py say it; tests hold
// the two together.

import { partialDate, SPACE, year } from "./values.js";

const SPELLED = { æ: "ae", ø: "o", ß: "ss", ð: "d", þ: "th", ł: "l", đ: "d" };
/** Characters of a title in a file's name. */
const LONGEST = 60;
/** How a body numbers its paragraphs when every meeting begins with § 1 (Numbering in values.py). */
export const PER_MEETING = "per sammanträde";

/**
 * The text as a part of an address: ASCII, lower case, words joined by «-» (å, ä → a; ö → o).
 * @param {string} text
 * @returns {string}
 */
export function slug(text) {
  const spelled = text.toLowerCase().replace(/[æøßðþłđ]/gu, (letter) => SPELLED[letter]);
  const ascii = spelled.normalize("NFKD").replace(/[^\0-\x7f]/gu, "");
  return ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/**
 * A § number as a part of an address, without the year that some bodies write with it: «125/2019» → «125».
 * @param {string} paragraph
 * @param {number} inYear the year that the document is filed under
 * @returns {string}
 */
export function paragraphSlug(paragraph, inYear) {
  const bare = paragraph.replace(new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "gu"), "");
  return slug(bare.replace(new RegExp(`[${SPACE}]*[/-][${SPACE}]*${inYear}$`, "u"), ""));
}

/**
 * The id of a document and the path of its file in the documents folder.
 * @param {string} kind «beslut», «sammanträde», «cirkulär» or «rekommendation»
 * @param {Object} values answers by key
 * @param {string} short words of the file's name, where they are not to be made of the title («»: they are)
 * @param {Object} data formular.json
 * @returns {?{id: string, path: string}} null while what the place is made of is missing or wrong, whatever else is
 */
export function placeOf(kind, values, short, data) {
  const { datum } = values;
  const date = datum === undefined ? null : typeof datum === "string" && partialDate(datum);
  if (date === false || (datum !== undefined && !date)) return null;
  switch (kind) {
    case "beslut":
      return decision(values, short, date, data);
    case "sammanträde":
      return meeting(values, date, data);
    case "cirkulär":
      return circular(values, short, date);
    case "rekommendation":
      return recommendation(values, short, date);
    default:
      return null;
  }
}

function decision(values, short, date, data) {
  const where = municipality(values.kommun, data);
  if (!where || !written(values.organ) || !written(values.paragraf) || !written(values.rubrik)) return null;
  const given = values["år"] === undefined ? null : year(values["år"]);
  if (values["år"] !== undefined && !given) return null;
  const inYear = date?.year ?? given;
  if (!inYear) return null;
  let number = paragraphSlug(values.paragraf, inYear);
  if (numbering(where, values.organ, data) === PER_MEETING) {
    if (!date?.day) return null;
    number = `${two(date.month)}-${two(date.day)}-${number}`;
  }
  const folder = `beslut/${where}/${slug(values.organ)}/${inYear}`;
  const words = cut(short || values.rubrik);
  return { id: `${folder}/${number}`, path: `${folder}/${number}${words && `-${words}`}.md` };
}

function meeting(values, date, data) {
  const where = municipality(values.kommun, data);
  if (!where || !written(values.organ) || !date) return null;
  const body = slug(values.organ);
  return {
    id: `sammantraden/${where}/${body}/${values.datum}`,
    path: `beslut/${where}/${body}/${date.year}/${values.datum}-sammantrade.md`,
  };
}

function circular(values, short, date) {
  if (!written(values.avsändare) || !written(values.rubrik) || !date) return null;
  const name = `${values.datum}-${cut(short || values.rubrik) || "brev"}`;
  const id = `cirkular/${slug(values.avsändare)}/${date.year}/${name}`;
  return { id, path: `${id}.md` };
}

function recommendation(values, short, date) {
  if (!written(values.avsändare) || !written(values.rubrik) || !date) return null;
  if (values.nummer !== undefined && !written(values.nummer)) return null;
  const number = values.nummer && !short ? paragraphSlug(values.nummer, date.year) : "";
  const name = number || cut(short || values.rubrik) || "rekommendation";
  const id = `rekommendationer/${slug(values.avsändare)}-${date.year}-${name}`;
  return { id, path: `${id}.md` };
}

const written = (value) => typeof value === "string" && value !== "";

const two = (number) => String(number).padStart(2, "0");

/** A text as part of a file's name, cut at a word. */
function cut(text) {
  const words = slug(text);
  if (words.length <= LONGEST) return words;
  const last = words.slice(0, LONGEST + 1).lastIndexOf("-");
  return words.slice(0, last > 0 ? last : LONGEST);
}

/** The slug of the municipality that a document means by a name or a code. Habo and Håbo have slugs of their own. */
function municipality(named, data) {
  if (!written(named)) return null;
  const found = data.kommuner.find(([, , code]) => code === named) ?? data.kommuner.find(([name]) => name === named);
  return found ? found[1] : null;
}

/** How the register says that a body numbers its paragraphs. */
function numbering(where, named, data) {
  return (data.organ[where] ?? []).findLast(([name]) => name === named)?.[2] ?? "";
}
