// What a screen reader hears of a search: one sentence at a time, when the typing rests.

const RESTS = 700;
const SLOW = 500;

/** A voice that speaks through a live region. `heard` is told when a search has taken half a second, and when it is over. */
export function voice(region, heard) {
  let saying;
  let waiting;

  /** Say a sentence; the one that waited to be said is forgotten. What is typed waits until the typing rests. */
  function say(sentence, typing = false) {
    clearTimeout(saying);
    saying = setTimeout(() => {
      // The same sentence twice is heard once, unless it differs.
      region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
    }, typing ? RESTS : 100);
  }

  /** A search has begun; «Söker …» is only for those that wait. */
  function begin() {
    clearTimeout(waiting);
    clearTimeout(saying);
    waiting = setTimeout(() => {
      heard(true);
      region.textContent = "Söker …";
    }, SLOW);
  }

  /** The search is over. */
  function end() {
    clearTimeout(waiting);
    heard(false);
  }

  return { say, begin, end };
}
