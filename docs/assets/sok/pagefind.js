// The search of one publication of the archive, by Pagefind, which works in a worker of its own.
//
// The index lies in shards by time. Which of them have what is sought is known from the lexicon, and only those are loaded.

import { FACETS } from "./address.js";
import { describeHoldings, missingPlaces } from "./holdings.js";
import { Lexicon } from "./lexicon.js";
import { marked, Marker, passage } from "./passages.js";
import { understand } from "./query.js";
import { KIND } from "./tokens.js";

const SHARD = "del"; // a facet of the engine's own: the shard that a document lies in
const RANKING = { termFrequency: 1, termSimilarity: 0, pageLength: 0.1, termSaturation: 2, diacriticSimilarity: 0, metaWeights: {} };
const MOST_LEFT_OUT = 8; // searches for a question that no document has all words of
const LIKELY = 0.4; // of what the rarest words found are worth: documents that have less are not shown
const NEWEST = "nyast";
const OLDEST = "äldst";
export const UNREACHED = "En del av arkivets index kunde inte hämtas, så träffar kan saknas. Kontrollera att du är ansluten till internet och försök igen.";

// What the reader is told: `told` says that the message is a sentence for them.
export class Failure extends Error {
  told = true;
}

export class Engine {
  constructor(base, manifest) {
    this.base = base;
    this.language = manifest;
    this.version = manifest.version;
    this.shards = manifest.delar.map(([name]) => name);
    this.total = manifest.delar.reduce((sum, [, pages]) => sum + pages, 0);
    this.place = new Map(this.shards.map((name, number) => [name, number]));
    this.places = manifest.platser; // in the first shard; after them come the pages written by hand
    this.lexicon = new Lexicon(base, manifest.ordlista, this.shards.length);
    this.loaded = new Map(); // by number, the promise of a shard
    this.pagefind = null;
    this.faceted = 0;
    this.broken = false; // something could not be fetched, and Pagefind does not ask for it again
  }

  // What becomes of a promise, and that the engine is broken when it fails.
  async whole(promise) {
    try {
      return await promise;
    } catch (error) {
      console.error(error);
      this.broken = true;
      throw new Failure(UNREACHED);
    }
  }

  // What the contract of this module promises: {total, hits(from, to), counts(), notes}. `sort` is relevans, nyast or äldst;
  // `typing` that the last word may not be finished. Throws an Error with a Swedish sentence when something cannot be fetched.
  async search({ words = "", filters = {}, sort = "relevans", typing = false }) {
    const question = await understand(words, this.language, this.lexicon, typing);
    const chosen = asked(filters);
    const everything = [{ terms: null, where: this.lexicon.everywhere, phrases: [] }];
    const ways = question.asked ? tiers(question) : everything;
    await this.load(ways);
    let found = await this.tiered(ways, chosen);
    let relaxed = false;
    // A page about the archive that has all the words is no answer to who looks for a document that has most of them.
    if (!found.some((result) => !this.byHand(result)) && question.concepts.length > 1 && !question.phrases.length) {
      const others = await this.relaxed(question, chosen);
      if (others.found.length) {
        relaxed = true;
        found = unique([...others.found, ...found]);
        question.notes.push({ kind: "relaxed", missing: others.missing, filtered: Object.keys(chosen).length > 0 });
      }
    }
    if (relaxed || !found.length) {
      for (const name of await missingPlaces(this.base, words, this.version)) question.notes.push({ kind: "place", name });
    }
    // Who looks a matter up by its number wants to know what became of it: the latest step first.
    const looked = question.concepts.length > 0 && question.concepts.every((one) => one.kind === KIND.registry);
    return this.answer(found, relaxed ? [] : ways, question, chosen, looked && sort === "relevans" ? NEWEST : sort);
  }

  // Ends what Pagefind runs.
  end() {
    this.pagefind?.destroy();
  }

  // What the archive holds of the chosen municipality, body and year, in a sentence or two.
  holdings(filters) {
    return describeHoldings(this.base, filters, this.version);
  }

  answer(found, ways, question, chosen, sort) {
    const marker = marks(question, this.language);
    const ordered = sort === "relevans" ? found : this.dated(found, sort);
    const hits = async (from, to) => {
      const fragments = await this.whole(Promise.all(ordered.slice(from, to).map((result) => result.data())));
      return fragments.map((fragment) => hit(fragment, marker));
    };
    return { total: found.length, hits, counts: () => this.whole(this.counts(ways, chosen)), notes: question.notes };
  }

  // The results of each way of finding what is sought, those of the exact way first, each document once; pages about the archive
  // come after all documents.
  async tiered(ways, chosen) {
    const several = await Promise.all(ways.map((way) => this.results(way, chosen)));
    const found = unique(several.flat());
    const last = found.filter((result) => this.byHand(result));
    return last.length ? [...found.filter((result) => !this.byHand(result)), ...last] : found;
  }

  // Where in time a result stands, by its id (searching/canonical.py): its shard, and its number there.
  placed({ id }) {
    const [, shard, number] = /^(.+)-[^-]*-(\d+)$/.exec(id);
    return { shard: this.place.get(shard), number: Number(number) };
  }

  // Whether a result is a page of docs/, about the archive.
  byHand(result) {
    const { shard, number } = this.placed(result);
    return shard === 0 && number >= this.places;
  }

  // The documents that have all words but one of a question that none has all of, or one alone that is as rare: the likeliest
  // first, as the engine weighs words by how rare they are and where they stand.
  async relaxed(question, chosen) {
    const { concepts } = question;
    const only = await Promise.all(concepts.map((one) => this.without([one], chosen)));
    const rarity = new Map(concepts.map((one, at) => [one, only[at].length ? Math.log(1 + this.total / only[at].length) : 0]));
    const worth = (kept) => kept.reduce((sum, one) => sum + rarity.get(one), 0);
    const subsets = concepts.length > 2 ? concepts.map((one) => concepts.filter((other) => other !== one)) : [];
    const tried = subsets.sort((one, other) => worth(other) - worth(one)).slice(0, MOST_LEFT_OUT);
    const several = await Promise.all(tried.map((kept) => this.without(kept, chosen)));
    const all = [...tried.map((kept, at) => ({ kept, results: several[at] })), ...concepts.map((one, at) => ({ kept: [one], results: only[at] }))];
    const some = all.filter(({ results }) => results.length);
    const best = Math.max(0, ...some.map(({ kept }) => worth(kept)));
    const likely = some.filter(({ kept }) => worth(kept) >= best * LIKELY);
    const found = unique(likely.flatMap(({ results }) => results).sort((one, other) => other.score - one.score));
    const kept = likely.map((one) => one.kept);
    const lacking = kept.length === 1 ? concepts.filter((one) => !kept[0].includes(one)) : concepts.filter((_, at) => !only[at].length);
    return { found, missing: lacking.map((one) => one.typed) };
  }

  // The documents that have what is kept of a question; without pages about the archive.
  async without(kept, chosen) {
    const ways = tiers({ concepts: kept, phrases: [] });
    await this.load(ways);
    return (await this.tiered(ways, chosen)).filter((result) => !this.byHand(result));
  }

  async results(way, chosen) {
    const filters = this.within(way, chosen);
    let { results } = await this.pagefind.search(way.terms, { filters });
    for (const phrase of way.phrases) {
      const ids = new Set((await this.pagefind.search(phrase, { filters })).results.map(({ id }) => id));
      results = results.filter(({ id }) => ids.has(id));
    }
    return results;
  }

  // Filters that keep a search to the shards that have all that is sought. Pagefind passes over a word that a shard lacks, and
  // would give every document there that has the others.
  within(way, chosen) {
    const has = (number) => (way.where >> BigInt(number)) & 1n;
    if ([...this.loaded.keys()].every(has)) return chosen;
    return { ...chosen, [SHARD]: { any: this.shards.filter((_, number) => has(number)) } };
  }

  // Results by date. What has no date lies in the first shard and comes last.
  dated(found, sort) {
    const turn = sort === OLDEST ? 1 : -1;
    const placed = found.map((result) => ({ result, ...this.placed(result) }));
    const ordered = placed.sort((one, other) =>
      !one.shard - !other.shard || turn * (one.shard - other.shard || one.number - other.number));
    return ordered.map(({ result }) => result);
  }

  // How many of the documents found each facet's values have; a facet's own choice is left out of its count. The number is
  // null where the engine cannot tell it: beside a phrase.
  async counts(ways, chosen) {
    if (ways.length) await this.facets();
    const told = {};
    const known = ways.every((way) => !way.phrases.length);
    for (const facet of FACETS) {
      const { [facet]: own, ...others } = chosen;
      const counts = await this.counted(facet, ways, own ? others : chosen);
      told[facet] = known ? counts : counts.map(([value]) => [value, null]);
    }
    return told;
  }

  async counted(facet, ways, filters) {
    const key = JSON.stringify([ways.map((way) => way.terms), filters]);
    this.cached ??= new Map();
    if (!this.cached.has(key)) {
      this.cached.clear();
      this.cached.set(key, Promise.all(ways.map((way) => this.pagefind.search(way.terms, { filters: this.within(way, filters) }))));
    }
    const most = new Map();
    for (const { filters: told } of await this.cached.get(key)) {
      for (const [value, number] of Object.entries(told[facet] ?? {})) most.set(value, Math.max(most.get(value) ?? 0, number));
    }
    const counts = [...most].filter(([, number]) => number > 0);
    return counts.sort((one, other) => (facet === "ar" ? other[0] - one[0] : other[1] - one[1]) || one[0].localeCompare(other[0], "sv"));
  }

  // Loads what the facets are counted by, for the shards that have been loaded since.
  async facets() {
    if (this.faceted === this.loaded.size) return;
    const loaded = this.loaded.size;
    await this.pagefind.filters();
    this.faceted = loaded;
  }

  // Loads the shards that have what is sought.
  async load(ways) {
    const wanted = ways.reduce((some, way) => some | way.where, 0n);
    await this.start();
    const numbers = this.shards.map((_, number) => number).filter((number) => (wanted >> BigInt(number)) & 1n);
    await Promise.all(numbers.map((number) => this.shard(number)));
  }

  // Starts Pagefind, with the shard of all that is no document of a day's. It waits for ever for what it cannot start without, so
  // that is asked for first: the browser has it then.
  async start() {
    this.starting ??= (async () => {
      const path = `${this.base}sok/index/${this.shards[0]}/`;
      const needed = [`${path}pagefind-entry.json?ts=${this.version}`, `${path}wasm.unknown.pagefind`];
      const [{ createInstance }] = await Promise.all([import(`${path}pagefind.js`), ...needed.map(fetched)]);
      this.pagefind = createInstance({ basePath: path, baseUrl: "/", excerptLength: 1, ranking: RANKING, metaCacheTag: this.version, mergeFilter: { [SHARD]: this.shards[0] } });
      this.loaded.set(0, Promise.resolve());
      await this.pagefind.init();
    })();
    await this.starting;
  }

  shard(number) {
    if (!this.loaded.has(number)) {
      const name = this.shards[number];
      const path = `${new URL(this.base).pathname}sok/index/${name}/`;
      const merged = this.pagefind.mergeIndex(path, { ranking: RANKING, metaCacheTag: this.version, mergeFilter: { [SHARD]: name }, excerptLength: 1, baseUrl: "/" });
      this.loaded.set(number, merged);
    }
    return this.loaded.get(number);
  }
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await answer.arrayBuffer();
}

// Each result once.
function unique(results) {
  const seen = new Set();
  return results.filter(({ id }) => !seen.has(id) && seen.add(id));
}

// The ways to ask the engine: first everything as it was typed, then each thing in a wider way.
function tiers({ concepts, phrases }) {
  const quoted = phrases.map((phrase) => `"${phrase.terms}"`);
  if (!concepts.length && phrases.length === 1) return phrases[0].where ? [{ terms: quoted[0], where: phrases[0].where, phrases: [] }] : [];
  if (!concepts.length && !phrases.length) return [];
  const most = Math.max(1, ...concepts.map(({ ways }) => ways.length));
  const several = [];
  for (let tier = 0; tier < most; tier += 1) {
    const chosen = concepts.map(({ ways }) => ways[Math.min(tier, ways.length - 1)]);
    const where = [...chosen, ...phrases].reduce((all, one) => (all === null ? one.where : all & one.where), null) ?? 0n;
    const terms = [...chosen, ...(chosen.length ? [] : phrases)].map((way) => way.terms).filter(Boolean).join(" ");
    if (where && !several.some((other) => other.terms === terms)) several.push({ terms, where, phrases: quoted });
  }
  return several;
}

// Filters as Pagefind takes them: any of a facet's values, and all of the facets.
function asked(filters) {
  const chosen = Object.entries(filters).filter(([facet, values]) => FACETS.includes(facet) && values?.length);
  return Object.fromEntries(chosen.map(([facet, values]) => [facet, { any: values }]));
}

function marks({ concepts, phrases, days }, language) {
  const ways = concepts.flatMap((concept) => concept.ways);
  const stems = [...ways.flatMap((way) => way.marks), ...phrases.flatMap((phrase) => phrase.marks)];
  const numbers = [...concepts.map((concept) => concept.number).filter(Boolean), ...days];
  return new Marker([...new Set(stems)], numbers, language.stammar);
}

function hit({ meta, content, raw_url: url }, marker) {
  return {
    address: url.replace(/^\//, ""),
    title: marked(meta.title, marker),
    type: meta.type,
    municipality: meta.municipality ?? null,
    body: meta.body ?? null,
    day: meta.day ?? null,
    paragraph: meta.paragraph ?? null,
    number: meta.number ?? null,
    status: meta.status ?? null,
    positions: meta.positions ?? [],
    proposedTo: meta.proposedTo ?? null,
    passage: passage(content, marker),
  };
}
