// A part of the index (searching/postings.py): pages that stand together in time. They are numbered through all of the archive, and
// `first` is the number of its first page.

import { json } from "./fetched.js";
import { place } from "./lexicon.js";
import { fold } from "./words.js";

export class Shard {
  // `path` is the address of its folder, with a slash at its end; `begins` the folded forms that its files of terms begin with.
  constructor(path, first, pages, begins) {
    Object.assign(this, { path, first, pages, begins, known: new Map() });
  }

  // The pages that have a term, or any of several: {numbers, levels}, in rising order; null when none has.
  async having(term) {
    if (Array.isArray(term)) return merged((await Promise.all(term.map((one) => this.having(one)))).filter(Boolean));
    if (!this.known.has(term)) {
      const row = await this.row("ord", term);
      this.known.set(term, row && { numbers: summed(row[0], this.first), levels: row[1] });
    }
    return this.known.get(term);
  }

  // The pages that have all terms: {numbers, levels: the levels of each term's weights, in the terms' order}.
  async all(terms) {
    const lists = await Promise.all(terms.map((term) => this.having(term)));
    if (lists.includes(null)) return { numbers: [], levels: [] };
    if (!lists.length) return { numbers: Array.from({ length: this.pages }, (_, number) => this.first + number), levels: [] };
    const shortest = lists.reduce((one, other) => (other.numbers.length < one.numbers.length ? other : one));
    const at = lists.map(() => 0);
    const numbers = [];
    const levels = lists.map(() => []);
    for (const number of shortest.numbers) {
      const everywhere = lists.every((list, of) => {
        while (list.numbers[at[of]] < number) at[of] += 1;
        return list.numbers[at[of]] === number;
      });
      if (!everywhere) continue;
      numbers.push(number);
      for (const [of, list] of lists.entries()) levels[of].push(list.levels[at[of]]);
    }
    return { numbers, levels };
  }

  // The pages in which these words stand one after the other: a Set.
  async phrase(terms) {
    const lists = await Promise.all(terms.map((term) => this.having(term)));
    const { numbers } = await this.all(terms);
    if (!numbers.length) return new Set();
    const told = await Promise.all(terms.map(async (term) => (await this.row("plats", term))?.split(";") ?? []));
    const at = lists.map(({ numbers: having }) => new Map(having.map((number, index) => [number, index])));
    const places = (of, number) => summed((told[of][at[of].get(number)] ?? "").split(",").filter(Boolean).map(Number), 0);
    return new Set(numbers.filter((number) => {
      const others = terms.map((_, of) => new Set(places(of, number)));
      return places(0, number).some((begin) => others.every((held, after) => held.has(begin + after)));
    }));
  }

  // What the pages can be chosen by: {facet: {value: numbers}}.
  async facets() {
    if (!this.faceted) {
      const told = await json(`${this.path}val.json`);
      const numbered = (values) => Object.fromEntries(Object.entries(values).map(([value, of]) => [value, summed(of, this.first)]));
      this.faceted = Object.fromEntries(Object.entries(told).map(([facet, values]) => [facet, numbered(values)]));
    }
    return this.faceted;
  }

  // What a hit shows of a page.
  shown(number) {
    return json(`${this.path}visa/${number - this.first}.json`);
  }

  async row(kind, term) {
    if (!this.begins.length) return null;
    const rows = await json(`${this.path}${kind}/${place(this.begins, fold(term))}.json`);
    return Object.hasOwn(rows, term) ? rows[term] : null;
  }
}

// Several lists as one, each page with the highest of its levels; null when there are none.
function merged(lists) {
  if (lists.length < 2) return lists[0] ?? null;
  const levels = new Map();
  for (const list of lists) {
    for (const [at, number] of list.numbers.entries()) levels.set(number, Math.max(levels.get(number) ?? 0, list.levels[at]));
  }
  const numbers = [...levels.keys()].sort((one, other) => one - other);
  return { numbers, levels: numbers.map((number) => levels.get(number)) };
}

// Numbers, of which each is told as what it is more than the last.
function summed(steps, from) {
  let number = from;
  return steps.map((step) => (number += step));
}
