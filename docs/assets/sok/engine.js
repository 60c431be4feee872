// What the page asks and what it gets: words and filters in; hits, counts and passages out. The page knows only this module. Here is
// which publication of the archive is searched, and what to do when it changes.

import { Failure, unreached } from "./fetched.js";
import { Engine } from "./publication.js";

const FRESH = 60_000; // milliseconds that the index is taken to be the one that is published
const FORM = "2"; // of the index, as searching/index.py says it
const OTHER_FORM = "Arkivet har fått en ny version. Ladda om sidan för att söka i den.";

// Opens the engine of a site; `base` is the address of its root, with a slash at its end. Throws an Error whose message is
// a Swedish sentence. Nothing of the index is fetched before the first search.
export async function open(base) {
  return new Current(base, await manifest(base));
}

async function manifest(base) {
  let told;
  try {
    const answer = await fetch(`${base}sok/sok.json`, { cache: "no-cache" });
    if (!answer.ok) throw new Error(String(answer.status));
    told = await answer.json();
  } catch (error) {
    throw unreached(error);
  }
  if (told.form !== FORM) throw new Failure(OTHER_FORM);
  return told;
}

// The engine of the archive as it is published now: a page may stay open while the archive is published anew, and the files of
// an older index are gone then. A search that misses one would find too little and not say so: so it fails, and is tried once
// more with an engine that has fetched nothing yet.
class Current {
  constructor(base, told) {
    this.base = base;
    this.begin(told);
  }

  begin(told) {
    this.engine = new Engine(this.base, told);
    this.seen = Date.now();
  }

  async search(asked) {
    if (this.engine.broken || Date.now() - this.seen > FRESH) await this.renew();
    try {
      const answer = await this.engine.search(asked);
      if (answer.total || !(await this.renew())) return answer;
    } catch (error) {
      console.warn(error);
      this.engine.broken = true;
      await this.renew();
    }
    return this.engine.whole(this.engine.search(asked));
  }

  holdings(filters) {
    return this.engine.holdings(filters);
  }

  // Takes a new engine where the archive has been published anew or the engine is broken; tells whether.
  async renew() {
    const told = await manifest(this.base).catch((error) => {
      if (this.engine.broken || error.message === OTHER_FORM) throw error;
      return null;
    });
    if (told === null) return false;
    this.seen = Date.now();
    if (told.version === this.engine.version && !this.engine.broken) return false;
    this.begin(told);
    return true;
  }
}
