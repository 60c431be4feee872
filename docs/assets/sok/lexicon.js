// Which terms the archive has, in which shards of the index and in how many pages (searching/lexicon.py): files in the order of their
// terms' folded forms, each fetched when something is sought in it.

import { json } from "./fetched.js";
import { fold } from "./words.js";

const SHORTEST_NEAR = 5; // letters of a word that another is guessed for
const LONG = 8; // letters from which on two may be wrong

export class Lexicon {
  // `files` are pairs: the folded form that a file begins with, and its name; `shards` how many shards there are.
  constructor(base, files, shards) {
    Object.assign(this, { base, begins: files.map(([begin]) => begin), names: files.map(([, name]) => name), files: new Map(), words: new Map(), counts: new Map() });
    this.everywhere = (1n << BigInt(shards)) - 1n;
  }

  // The terms with this folded form, each with its shards as bits: a Map.
  async folded(form) {
    const rows = await this.file(this.place(form));
    return new Map([...rows].filter(([term]) => fold(term) === form));
  }

  // The shards of one term, 0n when the archive does not have it.
  async where(term) {
    return (await this.file(this.place(fold(term)))).get(term) ?? 0n;
  }

  // How many pages have a term.
  async held(term) {
    await this.file(this.place(fold(term)));
    return this.counts.get(term) ?? 0;
  }

  // The words whose folded form begins so, at most so many: a Map.
  async beginning(form, most) {
    const found = new Map();
    for (let at = this.place(form); at < this.begins.length && found.size < most; at += 1) {
      const rows = await this.file(at);
      for (const [term, where] of rows) {
        if (fold(term).startsWith(form)) found.set(term, where);
        if (found.size === most) break;
      }
      if (at + 1 < this.begins.length && !this.begins[at + 1].startsWith(form)) break;
    }
    return found;
  }

  // The words that are nearest to one that the archive does not have, nearest first: those of its own file.
  async near(term, most) {
    const form = fold(term);
    if (form.length < SHORTEST_NEAR) return [];
    const allowed = form.length < LONG ? 1 : 2;
    const rows = await this.file(this.place(form));
    const near = [];
    for (const other of rows.keys()) {
      if (fold(other)[0] !== form[0] || Math.abs(other.length - form.length) > allowed) continue;
      const distance = apart(form, fold(other), allowed);
      if (distance <= allowed) near.push([distance, other]);
    }
    return near.sort((one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : 1)).slice(0, most).map(([, word]) => word);
  }

  // A term as a word that people write: «skola» for the stem «skol». Of terms whose file has been fetched.
  word(term) {
    return this.words.get(term) ?? term;
  }

  place(form) {
    return place(this.begins, form);
  }

  file(number) {
    if (!this.begins.length) return Promise.resolve(new Map());
    return this.rows(number);
  }

  async rows(number) {
    const told = await json(`${this.base}sok/ord/${this.names[number]}.json`);
    if (!this.files.has(number)) {
      const rows = new Map();
      for (const [term, said] of Object.entries(told)) {
        const [where, pages, word] = said.split(" ");
        rows.set(term, where ? BigInt(`0x${where}`) : this.everywhere);
        this.counts.set(term, Number(pages));
        if (word) this.words.set(term, word);
      }
      this.files.set(number, rows);
    }
    return this.files.get(number);
  }
}

// Which of several files has a folded form, when they are in order and these are what they begin with.
export function place(begins, form) {
  let low = 0;
  for (let high = begins.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (begins[middle] <= form) low = middle;
    else high = middle;
  }
  return low;
}

// How many letters must be added, taken away, changed or swapped with the next to make one word of the other; more than
// `most` is only told as more.
function apart(one, other, most) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
