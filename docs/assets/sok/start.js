// Opens the engine, and begins the search that the address asks for while the page is still being read.

import { read } from "./address.js";

const OFFLINE = "Sökningen kunde inte hämtas. Kontrollera att du är ansluten till internet.";
const base = new URL("../../", import.meta.url).href;

/** What the address asks for: words, filters, sort, and how many hits are shown. */
export const asked = read(location.search);

/** The engine of this site; fails with what the reader is told. */
export const opening = import("./engine.js").catch(() => { throw new Error(OFFLINE); }).then(({ open }) => open(base))
  .catch((error) => { throw Object.assign(error, { told: true }); });

/** The answer to what the address asks for; null when it has no words. */
export const early = asked.words.trim()
  ? opening.then((engine) => engine.search({ words: asked.words.trim(), filters: asked.filters, sort: asked.sort, typing: false }))
  : null;

// Its hits are there, then, when the page asks for them; and who awaits these promises is told when they fail.
for (const promise of [opening, early?.then((answer) => answer.total && answer.hits(0, Math.min(asked.shown, answer.total)))]) promise?.catch(() => {});
