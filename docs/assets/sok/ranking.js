// How well a page answers: each word counts by how rare it is in the archive, and by what it weighs in the page, less for each time more
// that it stands there (BM25). The weights are levels on a scale of searching/weighing.py.

const LEAST = 0.04;
const STEPS = 12;
const ENOUGH = 2; // the weight at which a word is worth half of what it can be: twice in the text

const WORTH = Float64Array.from({ length: 256 }, (_, level) => {
  const weight = level ? LEAST * 2 ** ((level - 1) / STEPS) : 0;
  return weight / (weight + ENOUGH);
});

// What a word is worth in a page, by the level of its weight there, from 0 to 1.
export const worth = (level) => WORTH[level];

// What a word counts that so many of all pages have.
export const rarity = (having, all) => Math.log(1 + (all - having + 0.5) / (having + 0.5));
