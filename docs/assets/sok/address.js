// A search and its address: `?q=…&kommun=…&kommun=…&sort=nyast&visa=40`. What the address lacks is as it is from the start.

/** What a search can be narrowed by, in the page's order. */
export const FACETS = ["kommun", "organ", "till", "ar", "typ", "status", "stallning", "rekommendation", "amne"];
/** Results that are shown at a time. */
export const STEP = 20;
/** Results that can be shown at most: further on it is filters that help. */
export const MOST = 1000;

const SORTS = new Map([["relevans", "relevans"], ["nyast", "nyast"], ["aldst", "äldst"], ["äldst", "äldst"]]);
/** Characters of what is searched for, and values of one facet: an address can hold anything. */
const LONGEST = 300;
const CHOSEN = 50;

/** The search that the query part of an address means: `{words, filters, sort, shown}`. */
export function read(query) {
  const given = new URLSearchParams(query);
  const filters = {};
  for (const key of FACETS) {
    const values = [...new Set(given.getAll(key).map((value) => value.normalize("NFC").trim()).filter(Boolean))];
    if (values.length) filters[key] = values.slice(0, CHOSEN);
  }
  const shown = Math.ceil(Number.parseInt(given.get("visa") ?? "", 10) / STEP) * STEP;
  return {
    words: (given.get("q") ?? "").slice(0, LONGEST),
    filters,
    sort: SORTS.get(given.get("sort")) ?? "relevans",
    shown: Math.min(Math.max(shown || STEP, STEP), MOST),
  };
}

/** The query part of a search's address, with its question mark; "" for a search for nothing. */
export function write(search) {
  const given = new URLSearchParams();
  if (search.words.trim()) given.set("q", search.words.trim());
  for (const key of FACETS) for (const value of search.filters[key] ?? []) given.append(key, value);
  if (search.sort !== "relevans") given.set("sort", search.sort === "äldst" ? "aldst" : search.sort);
  if (search.shown > STEP) given.set("visa", String(search.shown));
  const query = given.toString();
  return query && `?${query}`;
}

/** Pairs of facet and value, in the page's order. */
export function chosen(filters) {
  return FACETS.flatMap((key) => (filters[key] ?? []).map((value) => [key, value]));
}

/** The filters with one value chosen or not; a facet without values is left out. */
export function choose(filters, key, value, on) {
  const values = (filters[key] ?? []).filter((one) => one !== value);
  if (on) values.push(value);
  const rest = { ...filters };
  delete rest[key];
  return values.length ? { ...rest, [key]: values } : rest;
}
