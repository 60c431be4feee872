// No hit, or no search: what was searched, what that does not mean, and what to do.

import { chosen, FACETS } from "./address.js";
import { button, element } from "./elements.js";
import { enumerated, quoted } from "./swedish.js";

/** What a filter is called in running text: «år 2016», «kommunen Ekerö». */
const NAMED = {
  kommun: "kommunen", organ: "organet", till: "förslag till", ar: "år", typ: "slaget", status: "status", stallning: "ställningen", rekommendation: "rekommendationen", amne: "ämnet",
};

/** That nothing was found. `drop(key, value)` takes one filter away, `clear()` all of them. */
export function nothing(search, holdings, drop, clear) {
  const pairs = chosen(search.filters);
  const made = [
    element("p", {}, `Arkivet har inget dokument ${sought(search)}.`),
    element("p", {}, element("strong", {}, "Det betyder inte att inget har beslutats."), " Arkivet har bara det som någon har lagt till."),
    holdings ? element("p", { class: "na-none__holds" }, holdings) : null,
  ].filter(Boolean);
  if (pairs.length) {
    made.push(
      element("h3", {}, "Sök bredare"),
      element("ul", { class: "na-none__drop" },
        ...pairs.map(([key, value]) => element("li", {}, button(`Sök utan filtret ${NAMED[key]} ${value}`, { class: "na-button" }, () => drop(key, value)))),
        ...(pairs.length > 1 ? [element("li", {}, button("Sök utan filter", { class: "na-button" }, clear))] : [])));
  } else if (search.words.trim()) {
    made.push(element("p", {}, "Pröva färre eller kortare ord, eller ett ord som protokollet kan ha använt i stället."));
  }
  made.push(element("p", {}, "Du kan också ", element("a", { href: "#na-lists-title" }, "gå genom listorna"), "."));
  return made;
}

function sought({ words, filters }) {
  const narrowed = FACETS.filter((key) => filters[key]).map((key) => `${NAMED[key]} ${enumerated(filters[key], "eller")}`);
  const parts = [];
  if (words.trim()) parts.push(`som stämmer med ${quoted(words.trim())}`);
  const filter = narrowed.length > 1 ? "filtren" : "filtret";
  if (narrowed.length) parts.push(`${words.trim() ? "och" : "som stämmer med"} ${filter} ${enumerated(narrowed)}`);
  return parts.join(" ") || "ännu";
}

/** That the search does not work: why, and the ways that do. */
export function broken(sentence, again) {
  return [
    element("p", {}, sentence),
    element("p", {}, button("Försök igen", { class: "na-button na-button--first" }, again), " "),
    element("p", {}, "Allt i arkivet går också att hitta i ", element("a", { href: "#na-lists-title" }, "listorna"), "."),
  ];
}
