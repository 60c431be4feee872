// The way back: every search that somebody stopped at is a step of the browser's history, and each step knows how far down
// its page was read. What is only being typed replaces its step, which is put back when something is committed.

import { read, write } from "./address.js";

/** The query of the step that typing has written over, or null. */
let under = null;
let timer;
let resting = false;

const here = () => write(read(location.search));
const at = (query) => location.pathname + query;

/** Begin: scrolling is ours to restore, since the results come later than the page. */
export function begin() {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(keepPlace, 150);
  }, { passive: true });
  addEventListener("pagehide", keepPlace);
}

/** A search that is being typed. */
export function draft(search) {
  under ??= here();
  history.replaceState(history.state, "", at(write(search)));
}

/** A search that somebody means: with Enter, a filter, a sort, a hit that was opened. */
export function commit(search) {
  const query = write(search);
  keepPlace();
  if (under !== null && under !== query) {
    history.replaceState(history.state, "", at(under));
  }
  if (query !== (under ?? here())) history.pushState(null, "", at(query));
  else history.replaceState(history.state, "", at(query));
  under = null;
}

/** The same search, with more of it shown. */
export function amend(search) {
  history.replaceState(history.state, "", at(write(search)));
}

/** The search of the step that one has gone back or forward to. */
export function returned() {
  clearTimeout(timer);
  under = null;
  resting = true;
  return read(location.search);
}

/** Scroll to where this step was left, when its results are there. */
export function restore() {
  resting = false;
  const place = history.state?.scroll;
  if (Number.isFinite(place)) scrollTo({ top: place, behavior: "instant" });
}

function keepPlace() {
  clearTimeout(timer);
  if (!resting && Math.abs((history.state?.scroll ?? 0) - scrollY) > 1) history.replaceState({ ...history.state, scroll: scrollY }, "");
}
