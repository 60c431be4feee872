// The search page: what is typed and chosen goes to the engine, and its answer to the page. It knows nothing of the engine
// but `open(base)`, `search({words, filters, sort, typing})` and `holdings(filters)`.

import { choose, chosen, MOST, STEP, write } from "./address.js";
import { button, element } from "./elements.js";
import { facets } from "./facets.js";
import { listen } from "./keys.js";
import { broken, nothing } from "./none.js";
import { notes } from "./notes.js";
import { item } from "./results.js";
import { asked as first, early, opening } from "./start.js";
import { hitCount, number } from "./swedish.js";
import { amend, begin, commit, draft, restore, returned } from "./trail.js";
import { voice } from "./voice.js";

const $ = (id) => document.getElementById(id);
const root = $("na-search");
const base = new URL(root.dataset.naRoot, document.baseURI).href;
const field = $("na-q");
const sort = $("na-sort");
const title = $("na-results-title");
const list = $("na-hits");
const more = $("na-more").querySelector("button");
const called = document.title;
const narrow = matchMedia("(max-width: 59.99em)");

/** How long typing rests before it is searched for, in milliseconds. */
const RESTS = 200;
const SORTED = { relevans: "Sorterade efter relevans.", nyast: "Nyast först.", "äldst": "Äldst först." };
const FAILED = "Sökningen stötte på ett fel. Ladda om sidan. Hjälper det inte får du gärna anmäla felet; länken står längst ned på sidan.";

/** What is searched for now: words, filters, sort, and how many hits are shown. */
let search = first;
/** The answer that is shown, and the one that is already on its way. */
let answer = null;
let begun = early;
/** The number of the latest search: an answer to an earlier one comes too late. */
let latest = 0;
let timer;

const speaker = voice($("na-voice"), (slow) => { $("na-results").setAttribute("aria-busy", String(slow)); });
const groups = facets($("na-facets"), (key, value, on) => change({ filters: choose(search.filters, key, value, on) }));

start();

function start() {
  $("na-scriptless").remove();
  for (const part of root.querySelectorAll("[data-na-live]")) part.hidden = false;
  begin();
  groups.unfold(search.filters, narrow.matches);
  groups.show(null, search.filters);
  $("na-search-form").addEventListener("submit", submitted);
  field.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
  field.addEventListener("compositionend", typed);
  sort.addEventListener("change", () => change({ sort: sort.value }));
  more.addEventListener("click", showMore);
  root.addEventListener("click", followed);
  $("na-fold").addEventListener("click", () => fold($("na-fold").getAttribute("aria-expanded") === "true"));
  $("na-done").addEventListener("click", () => { fold(true); title.focus(); });
  $("na-filters").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !$("na-fold").offsetParent) return;
    fold(true);
    $("na-fold").focus();
  });
  listen(root, field, list, more, () => { field.value = ""; typed(); });
  addEventListener("popstate", () => {
    clearTimeout(timer);
    const before = write(search);
    search = returned();
    if (answer && write(search) === before) {
      restore();
      return;
    }
    groups.unfold(search.filters, null);
    show();
    run({ after: restore });
  });
  show();
  run({ after: () => { restore(); arrive(); } });
}

/** Who comes here with a search gets to its hits: a screen reader tells how many, and the arrows go on from there. */
function arrive() {
  const [step] = performance.getEntriesByType("navigation");
  if (step?.type === "navigate" && search.words && document.activeElement === document.body) title.focus({ preventScroll: true });
}

// What somebody does.

function typed() {
  clearTimeout(timer);
  search = { ...search, words: field.value, shown: STEP };
  timer = setTimeout(() => {
    draft(search);
    show();
    run({ typing: true });
  }, RESTS);
}

function submitted(event) {
  event.preventDefault();
  change({ words: field.value });
}

/** A search that is meant: another word, filter or sort. */
function change(some) {
  clearTimeout(timer);
  search = { ...search, words: field.value, ...some, shown: STEP };
  commit(search);
  show();
  run({});
}

/** A link with other words searches here; a hit that is opened makes what was typed a step that one can go back to. */
function followed(event) {
  const link = event.target.closest("a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if ("naWords" in link.dataset) {
    event.preventDefault();
    field.value = link.dataset.naWords;
    title.focus();
    change({ words: link.dataset.naWords });
  } else if (list.contains(link)) {
    commit(search);
  }
}

async function showMore() {
  const asked = latest;
  const from = search.shown;
  const wanted = Math.min(from + STEP, MOST);
  more.setAttribute("aria-disabled", "true");
  try {
    const hits = await answer.hits(from, wanted);
    if (asked !== latest) return;
    search = { ...search, shown: wanted };
    amend(search);
    list.append(...hits.map((hit, index) => item(hit, base, from + index)));
    // The new hits come where the button was: the first of them is what one asked for.
    list.children[from]?.querySelector("a").focus();
    showRest();
    speaker.say(`${number(Math.min(wanted, answer.total))} av ${number(answer.total)} visas.`);
  } catch (error) {
    if (asked === latest) showBroken(error);
  } finally {
    more.removeAttribute("aria-disabled");
  }
}

function drop(key, value) {
  const focused = [...$("na-chips").children].indexOf(document.activeElement);
  change({ filters: choose(search.filters, key, value, false) });
  const left = [...$("na-chips").querySelectorAll("button")];
  (focused >= 0 && left.length ? left[Math.min(focused, left.length - 1)] : title).focus();
}

function clear() {
  change({ filters: {} });
  title.focus();
}

function fold(folded) {
  $("na-fold").setAttribute("aria-expanded", String(!folded));
  $("na-filters").classList.toggle("na-filters--open", !folded);
}

// What the page shows.

/** What is known before the engine has answered. */
function show() {
  const pairs = chosen(search.filters);
  const words = search.words.trim();
  if (field.value.trim() !== words) field.value = search.words;
  const about = words || pairs.map(([, value]) => value).join(", ");
  document.title = about ? `${about} – ${called}` : called;
  sort.querySelector("[value=relevans]").disabled = !words;
  sort.value = sorting();
  $("na-search-start").hidden = Boolean(about);
  $("na-fold").textContent = pairs.length ? `Filter (${pairs.length})` : "Filter";
  $("na-chips").hidden = !pairs.length;
  $("na-chips").replaceChildren(
    ...pairs.map(([key, value]) => button(value, { class: "na-chip", "aria-label": `Ta bort filtret ${groups.labels[key]}: ${value}` }, () => drop(key, value))),
    ...(pairs.length ? [button("Rensa alla", { class: "na-link", "aria-label": "Rensa alla filter" }, clear)] : []));
  groups.show(null, search.filters);
}

/** Without words nothing is more relevant than anything else. */
function sorting() {
  return search.sort === "relevans" && !search.words.trim() ? "nyast" : search.sort;
}

/** Ask the engine, and show what it answers unless something else has been asked meanwhile. `after` is called then. */
async function run({ typing = false, after }) {
  const mine = (latest += 1);
  const asked = { ...search };
  speaker.begin();
  try {
    const engine = await opening;
    const coming = begun;
    begun = null;
    const found = await (coming ?? engine.search({ words: asked.words.trim(), filters: asked.filters, sort: sorting(), typing }));
    const [hits, held] = await Promise.all([
      found.total ? found.hits(0, Math.min(asked.shown, found.total)) : [],
      found.total ? "" : engine.holdings(asked.filters),
    ]);
    if (mine !== latest) return;
    answer = found;
    speaker.end();
    showAnswer(asked, hits, held, typing);
    after?.();
    found.counts().then((counts) => { if (mine === latest) groups.show(counts, search.filters); }, (error) => {
      if (mine !== latest) return;
      groups.show({}, search.filters);
      $("na-notes").append(element("p", { class: "na-note" }, `Filtren kan inte visas just nu. ${error.told ? error.message : FAILED}`));
    });
  } catch (error) {
    if (mine !== latest) return;
    speaker.end();
    showBroken(error);
  }
}

function showAnswer(asked, hits, held, typing) {
  // Not all that can be found is a document: there are municipalities, bodies and pages about the archive too.
  const everything = answer.total && !asked.words.trim() && !chosen(asked.filters).length;
  const counted = everything ? "Allt i arkivet" : hitCount(answer.total);
  title.textContent = counted;
  $("na-notes").replaceChildren(...notes(answer, asked));
  list.replaceChildren(...hits.map((hit, index) => item(hit, base, index)));
  $("na-none").hidden = answer.total > 0;
  $("na-none").replaceChildren(...(answer.total ? [] : nothing(asked, held, drop, clear)));
  $("na-done").textContent = everything ? "Visa träffarna" : answer.total ? `Visa ${counted}` : "Stäng filtren";
  $("na-results").classList.add("na-results--answered");
  $("na-results").classList.toggle("na-results--none", !answer.total);
  showRest();
  const told = [...$("na-notes").children].map((note) => note.textContent);
  speaker.say([`${counted}.`, ...(answer.total ? [answer.total > 1 ? SORTED[sorting()] : ""] : [held]), ...told].filter(Boolean).join(" "), typing);
}

function showRest() {
  const rest = Math.min(answer.total, MOST) - search.shown;
  $("na-more").hidden = rest <= 0;
  more.textContent = `Visa ${number(Math.min(rest, STEP))} fler av ${number(answer.total)}`;
}

function showBroken(error) {
  title.textContent = "Sökningen fungerar inte just nu";
  $("na-notes").replaceChildren();
  list.replaceChildren();
  $("na-more").hidden = true;
  $("na-none").hidden = false;
  $("na-results").classList.add("na-results--answered", "na-results--none");
  if (!error.told) console.warn(error);
  const sentence = error.told ? error.message : FAILED;
  $("na-none").replaceChildren(...broken(sentence, () => {
    // What could not be fetched as a module is not fetched again by the same page.
    if (!answer) location.reload();
    else { title.focus(); run({}); }
  }));
  speaker.say(sentence);
}
