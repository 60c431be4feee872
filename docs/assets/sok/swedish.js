// How things read in Swedish, as `swedish.py` writes them on the other pages.

/** A number with groups of three: 3 400, with no-break spaces. */
export function number(value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");
}

/** «12 träffar», «1 träff», «Inga träffar». A hit may be a page about a place or about the archive, and no document. */
export function hitCount(total) {
  return total ? `${number(total)}\u00a0träff${total === 1 ? "" : "ar"}` : "Inga träffar";
}

/** «a», «a och b», «a, b och c»; or with another word before the last. */
export function enumerated(words, last = "och") {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}` : words.join("");
}

/** A name in running text: «kommunstyrelsen», but «KS» as it is. */
export function running(name) {
  const start = name.slice(0, 2);
  return /\p{Lu}{2}/u.test(start) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** A word as it was typed, within quotation marks. */
export function quoted(word) {
  return `«${word}»`;
}
