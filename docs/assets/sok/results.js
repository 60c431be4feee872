// One hit in the list: what it is before what it is called, so that a proposal is never taken for a decision.

import { element, marked } from "./elements.js";
import { running } from "./swedish.js";

/** Kinds of documents that have a day of their own. */
const DATED = new Set(["Beslut", "Cirkulär eller brev", "Rekommendation"]);

/** A hit as an item of the list. `base` is the site's root, `place` its number in the list. */
export function item(hit, base, place) {
  const kind = element("p", { class: "na-hit__kind", id: `na-hit-${place}` }, ...spaced(labels(hit)));
  const where = element("p", { class: "na-row__meta na-hit__where", id: `na-hit-${place}-where` }, ...spaced(facts(hit)));
  const title = hit.title?.length ? marked(hit.title) : [hit.address];
  return element("li", { class: `na-hit${hit.status?.look === "proposed" ? " na-hit--proposed" : ""}` },
    kind.childNodes.length ? kind : null,
    element("h3", { class: "na-hit__title" },
      element("a", { href: address(hit, base), "aria-describedby": `${kind.childNodes.length ? `${kind.id} ` : ""}${where.id}` }, ...title)),
    where.childNodes.length ? where : null,
    hit.passage?.length ? element("p", { class: "na-hit__passage" }, ...marked(hit.passage)) : null);
}

/** What a status says; of a proposal, to whom: «Förslag till kommunstyrelsen». */
export function statusWord(hit) {
  const proposed = hit.status.look === "proposed" && hit.proposedTo;
  return proposed ? `${hit.status.word} till ${running(hit.proposedTo)}` : hit.status.word;
}

function labels(hit) {
  const shown = [];
  if (hit.type && hit.type !== "Beslut") shown.push(element("span", { class: "na-hit__type" }, hit.type));
  if (hit.status) shown.push(badge(statusWord(hit), hit.status.look));
  for (const position of hit.positions ?? []) shown.push(badge(position.word, position.look));
  return shown;
}

function facts(hit) {
  const place = [hit.municipality, hit.body].filter(Boolean).join(", ");
  const shown = [];
  if (place) shown.push(element("span", {}, place));
  if (hit.day) shown.push(element("span", { class: "na-hit__day" }, hit.day));
  else if (DATED.has(hit.type)) shown.push(element("span", { class: "na-missing" }, "dagen saknas i källan"));
  if (hit.paragraph) shown.push(element("span", {}, `§\u00a0${hit.paragraph}`));
  if (hit.number) shown.push(element("span", {}, hit.type === "Beslut" ? `dnr\u00a0${hit.number}` : hit.number));
  return shown;
}

function badge(word, look) {
  return element("span", { class: `na-badge na-badge--${/^[a-z_-]+$/.test(look ?? "") ? look : "noted"}` }, word);
}

/** Below the site's root, whatever a document's address holds. */
function address(hit, base) {
  const found = new URL(String(hit.address).replace(/^[/\\]+/, "").replace(/^[a-z][a-z0-9+.-]*:/i, ""), base);
  return found.href.startsWith(base) ? found.href : base;
}

function spaced(parts) {
  return parts.flatMap((part, index) => (index ? [" ", part] : [part]));
}
