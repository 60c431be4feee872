// The search of one publication of the archive: what was typed and chosen, to documents in their order.
//
// The index lies in shards by time. Which of them have what is sought is known from the lexicon, and only those are asked.

import { FACETS } from "./address.js";
import { describeHoldings, missingPlaces } from "./holdings.js";
import { Lexicon } from "./lexicon.js";
import { marked, Marker, passage } from "./passages.js";
import { same, understand } from "./query.js";
import { rarity, worth } from "./ranking.js";
import { Shard } from "./shard.js";
import { KIND } from "./terms.js";

const MOST_LEFT_OUT = 8; // searches for a question that no document has all words of
const MOST_RELAXED = 8; // and things that are looked for one by one then: a pasted sentence has many, and most are common
const LIKELY = 0.4; // of what the rarest words found are worth: documents that have less are not shown
const NEWEST = "nyast";
const OLDEST = "äldst";
const EMPTY = { municipality: null, body: null, day: null, paragraph: null, number: null, status: null, positions: [], proposedTo: null };

export class Engine {
  constructor(base, manifest) {
    this.base = base;
    this.language = manifest;
    this.version = manifest.version;
    this.places = manifest.platser; // in the first shard; after them come the pages written by hand
    this.lexicon = new Lexicon(base, manifest.ordlista, manifest.delar.length);
    this.total = 0;
    this.shards = [];
    for (const [folder, pages, begins] of manifest.delar) {
      this.shards.push(new Shard(`${base}sok/index/${folder}/`, this.total, pages, begins));
      this.total += pages;
    }
    this.broken = false; // something failed
  }

  // What becomes of a promise; the engine is broken when it fails.
  async whole(promise) {
    try {
      return await promise;
    } catch (error) {
      console.error(error);
      this.broken = true;
      throw error;
    }
  }

  // What the contract of this module promises: {total, hits(from, to), counts(), notes}. `sort` is relevans, nyast or äldst;
  // `typing` that the last word may not be finished. Throws a Failure, whose message is a Swedish sentence, when something cannot be fetched.
  async search({ words = "", filters = {}, sort = "relevans", typing = false }) {
    const question = await understand(words, this.language, this.lexicon, typing);
    const chosen = asked(filters);
    let all = question.asked ? await this.tiered(tiers(question)) : this.everything();
    let found = await this.narrowed(all, chosen);
    let relaxed = false;
    // A page about the archive that has all the words is no answer to who looks for a document that has most of them.
    if (!found.some((one) => !this.byHand(one)) && question.concepts.length > 1 && !question.phrases.length) {
      const others = await this.relaxed(question, chosen);
      if (others.found.length) {
        relaxed = true;
        found = unique([...others.found, ...found]);
        all = unique([...others.all, ...all]);
        const numbered = question.concepts.every((one) => one.kind === KIND.paragraph);
        const filtered = Object.keys(chosen).length > 0;
        question.notes.push(numbered && !filtered ? { kind: "unparagraphed", typed: words.trim(), alike: true } : { kind: "relaxed", missing: others.missing, filtered });
      }
    }
    if (relaxed || !found.length) {
      for (const name of await missingPlaces(this.base, words, this.version)) question.notes.push({ kind: "place", name });
    }
    // Who looks a matter up by its number wants to know what became of it: the latest step first.
    const looked = question.concepts.length > 0 && question.concepts.every((one) => one.kind === KIND.registry);
    const ordered = looked && sort === "relevans" ? NEWEST : sort;
    return {
      total: found.length,
      hits: this.hits(ordered === "relevans" ? found : this.dated(found, ordered), question),
      counts: () => this.whole(this.counts(all, chosen, !relaxed)),
      notes: question.notes,
    };
  }

  // What the archive holds of the chosen municipality, body and year, in a sentence or two.
  holdings(filters) {
    return describeHoldings(this.base, filters, this.version);
  }

  hits(ordered, question) {
    const marker = marks(question, this.language);
    return async (from, to) => {
      const pages = await this.whole(Promise.all(ordered.slice(from, to).map(({ number }) => this.shard(number).shown(number))));
      return pages.map((page) => hit(page, marker));
    };
  }

  everything() {
    return Array.from({ length: this.total }, (_, number) => ({ number, score: 0 }));
  }

  // The pages found by each way, those of the exact way first, each page once; pages about the archive come after all documents.
  async tiered(ways) {
    const several = await Promise.all(ways.map((way) => this.found(way)));
    const found = unique(several.flat());
    return [...found.filter((one) => !this.byHand(one)), ...found.filter((one) => this.byHand(one))];
  }

  // The pages that have all terms and phrases of a way, the best first and the newest of equals: {number, score}.
  async found(way) {
    const rare = await Promise.all(way.terms.map((term) => this.rare(term)));
    const several = await Promise.all(this.within(way.where).map(async (shard) => {
      const { numbers, levels } = await shard.all(way.terms);
      const phrases = await Promise.all(way.phrases.map((phrase) => shard.phrase(phrase)));
      const scored = numbers.map((number, at) => ({ number, score: rare.reduce((sum, one, of) => sum + one * worth(levels[of][at]), 0) }));
      return scored.filter(({ number }) => phrases.every((having) => having.has(number)));
    }));
    return several.flat().sort((one, other) => other.score - one.score || other.number - one.number);
  }

  // What a term counts that a page must have; of several that it must have one of, what they count together.
  async rare(term) {
    const having = await Promise.all([term].flat().map((one) => this.lexicon.held(one)));
    return rarity(Math.min(this.total, having.reduce((sum, one) => sum + one, 0)), this.total);
  }

  within(where) {
    return this.shards.filter((_, number) => (where >> BigInt(number)) & 1n);
  }

  shard(number) {
    return this.shards.findLast(({ first }) => first <= number);
  }

  // Whether a page is one of docs/, about the archive.
  byHand({ number }) {
    return number >= this.places && number < this.shards[0].pages;
  }

  // The documents that have all words but one of a question that none has all of, or one alone that is as rare: the likeliest
  // first. `all` are those that other filters would give.
  async relaxed(question, chosen) {
    const concepts = await this.rarest(question.concepts, MOST_RELAXED);
    const only = await Promise.all(concepts.map((one) => this.without([one], chosen)));
    const rare = new Map(concepts.map((one, at) => [one, only[at].found.length ? Math.log(1 + this.total / only[at].found.length) : 0]));
    const value = (kept) => kept.reduce((sum, one) => sum + rare.get(one), 0);
    const subsets = concepts.length > 2 ? concepts.map((one) => concepts.filter((other) => other !== one)) : [];
    const tried = subsets.sort((one, other) => value(other) - value(one)).slice(0, MOST_LEFT_OUT);
    const several = await Promise.all(tried.map((kept) => this.without(kept, chosen)));
    const some = [...several, ...only].filter(({ found }) => found.length);
    const best = Math.max(0, ...some.map(({ kept }) => value(kept)));
    const likely = some.filter(({ kept }) => value(kept) >= best * LIKELY);
    const together = (of) => unique(likely.flatMap((one) => one[of]).sort((one, other) => other.score - one.score));
    const lacking = likely.length === 1 ? concepts.filter((one) => !likely[0].kept.includes(one)) : concepts.filter((_, at) => !only[at].found.length);
    return { found: together("found"), all: together("all"), missing: lacking.map((one) => one.typed) };
  }

  // So many of the things sought, those that fewest pages have, in their order.
  async rarest(concepts, most) {
    const rare = await Promise.all(concepts.map(async ({ ways }) => Math.max(0, ...(await Promise.all(ways[0].terms.map((term) => this.rare(term)))))));
    const kept = concepts.map((_, at) => at).sort((one, other) => rare[other] - rare[one]).slice(0, most);
    return concepts.filter((_, at) => kept.includes(at));
  }

  // The documents that have what is kept of a question; without pages about the archive.
  async without(kept, chosen) {
    const all = (await this.tiered(tiers({ concepts: kept, phrases: [] }))).filter((one) => !this.byHand(one));
    return { kept, all, found: await this.narrowed(all, chosen) };
  }

  // Those of the pages found that have any of each chosen facet's values.
  async narrowed(found, chosen) {
    const facets = Object.keys(chosen);
    if (!facets.length) return found;
    const passed = await this.passed(found, chosen);
    return found.filter(({ number }) => facets.every((facet) => passed[facet].has(number)));
  }

  // For each chosen facet the pages that have any of its values: {facet: Set}, of the shards that pages were found in.
  async passed(found, chosen) {
    const several = await this.faceted(found);
    const passed = {};
    for (const [facet, values] of Object.entries(chosen)) {
      passed[facet] = new Set(several.flatMap((facets) => values.flatMap((value) => (Object.hasOwn(facets[facet] ?? {}, value) ? facets[facet][value] : []))));
    }
    return passed;
  }

  faceted(found) {
    const numbers = new Set(found.map(({ number }) => this.shard(number)));
    return Promise.all([...numbers].map((shard) => shard.facets()));
  }

  // By date. What has no date lies in the first shard and comes last.
  dated(found, sort) {
    const turn = sort === OLDEST ? 1 : -1;
    const undated = (number) => number < this.shards[0].pages;
    return [...found].sort(({ number: one }, { number: other }) => undated(one) - undated(other) || turn * (one - other));
  }

  // How many of the pages found each facet's values have: {facet: [[value, number]]}, the commonest first and years newest first. A
  // facet's own choice is left out of its count. The numbers are null where another filter would have other words left out.
  async counts(all, chosen, known) {
    const passed = await this.passed(all, chosen);
    const several = await this.faceted(all);
    const told = {};
    for (const facet of FACETS) {
      const others = Object.keys(chosen).filter((other) => other !== facet);
      const counted = new Set(all.map(({ number }) => number).filter((number) => others.every((other) => passed[other].has(number))));
      const counts = new Map();
      for (const facets of several) {
        for (const [value, numbers] of Object.entries(facets[facet] ?? {})) {
          const some = numbers.reduce((sum, number) => sum + counted.has(number), 0);
          if (some) counts.set(value, (counts.get(value) ?? 0) + some);
        }
      }
      const ordered = [...counts].sort((one, other) => (facet === "ar" ? other[0] - one[0] : other[1] - one[1]) || one[0].localeCompare(other[0], "sv"));
      told[facet] = known ? ordered : ordered.map(([value]) => [value, null]);
    }
    return told;
  }
}

// Each page once.
function unique(found) {
  const seen = new Set();
  return found.filter(({ number }) => !seen.has(number) && seen.add(number));
}

// The ways to look: first everything as it was typed, then each thing in a wider way.
function tiers({ concepts, phrases }) {
  const quoted = phrases.map(({ terms }) => terms);
  const most = Math.max(concepts.length || phrases.length ? 1 : 0, ...concepts.map(({ ways }) => ways.length));
  const several = [];
  for (let tier = 0; tier < most; tier += 1) {
    const chosen = [...concepts.map(({ ways }) => ways[Math.min(tier, ways.length - 1)]), ...(concepts.length ? [] : phrases)];
    const where = [...chosen, ...phrases].map((one) => one.where).reduce((all, one) => all & one);
    const terms = chosen.flatMap((way) => way.terms);
    if (where && !several.some((other) => same(other.terms, terms))) several.push({ terms, where, phrases: quoted });
  }
  return several;
}

// The filters that are facets with something chosen.
function asked(filters) {
  const chosen = Object.entries(filters).filter(([facet, values]) => FACETS.includes(facet) && values?.length);
  return Object.fromEntries(chosen);
}

function marks({ concepts, phrases, days }, language) {
  const ways = concepts.flatMap((concept) => concept.ways);
  const stems = [...ways.flatMap((way) => way.marks), ...phrases.flatMap((phrase) => phrase.marks)];
  const numbers = [...concepts.map((concept) => concept.number).filter(Boolean), ...days];
  return new Marker([...new Set(stems)], numbers, language.stammar);
}

function hit(page, marker) {
  const { text, title, ...shown } = page;
  return { ...EMPTY, ...shown, title: marked(title, marker), passage: passage(text, marker) };
}
