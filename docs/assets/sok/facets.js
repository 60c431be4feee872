// The filters: groups of checkboxes with counts. Each search counts anew, but the box that has the focus never moves or goes.

import { element } from "./elements.js";
import { number } from "./swedish.js";
import { fold as unmarked } from "./words.js";

/** Values of a group that are shown before one asks for all; a list that is hardly longer is shown whole. */
const FEW = 6;
const HARDLY = 2;
/** A list that is longer has a field to search it with. */
const LONG = 12;
/** Values that are shown at most: of more, one searches the list. */
const MOST = 400;

/** All groups below `root`. `changed(key, value, on)` is called when a box is pressed. */
export function facets(root, changed) {
  const groups = [...root.querySelectorAll("[data-na-facet]")].map((details) => group(details, changed));
  const labels = Object.fromEntries(groups.map((one) => [one.key, one.label]));
  return {
    labels,
    /** Show what can be chosen. `counts` are pairs of value and number by facet, or null when they are not known yet. */
    show(counts, filters) {
      for (const one of groups) one.show(counts ? counts[one.key] ?? [] : null, filters[one.key] ?? []);
      const hint = root.querySelector("[data-na-hint]");
      if (hint) hint.hidden = Boolean(filters.kommun?.length);
    },
    /** Open the groups where something is chosen; on a phone, all others but the first are folded. */
    unfold(filters, narrow) {
      groups.forEach((one, index) => one.fold(!filters[one.key]?.length && (narrow ? index > 0 : null)));
    },
  };
}

function group(details, changed) {
  const key = details.dataset.naFacet;
  const list = details.querySelector(".na-facet__values");
  const more = details.querySelector(".na-facet__more");
  const find = details.querySelector(".na-facet__find");
  const box = find.querySelector("input");
  const rows = new Map();
  let values = [];
  let chosen = new Set();
  let all = false;

  more.addEventListener("click", () => {
    all = !all;
    const before = new Set(list.children);
    draw();
    const first = all && [...list.children].find((row) => !before.has(row));
    if (first) first.querySelector("input").focus();
  });
  box.addEventListener("input", draw);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.value) return;
    event.preventDefault();
    event.stopPropagation();
    box.value = "";
    draw();
  });
  list.addEventListener("change", (event) => changed(key, event.target.value, event.target.checked));
  // A row that is only there for the sake of the focus goes when the focus has gone.
  list.addEventListener("focusout", () => setTimeout(() => { if (!list.contains(document.activeElement)) draw(); }));

  function show(counted, chosenValues) {
    if (counted) values = counted;
    chosen = new Set(chosenValues);
    details.querySelector("[data-na-chosen]").textContent = chosen.size ? (chosen.size === 1 ? "1 vald" : `${chosen.size} valda`) : "";
    draw();
  }

  function draw() {
    const typed = box.value.trim();
    const shown = typed ? found(typed) : shortened();
    const wanted = shown.map(([value, count]) => row(value, count));
    place(list, wanted);
    for (const [value, one] of rows) if (!one.isConnected) rows.delete(value);
    const whole = everything().length;
    find.hidden = whole <= LONG && !typed;
    more.hidden = Boolean(typed) || whole <= FEW + HARDLY;
    more.textContent = all ? "Visa färre" : `Visa alla (${number(whole)})`;
    more.setAttribute("aria-expanded", String(all));
    list.classList.toggle("na-facet__values--all", all || Boolean(typed));
    details.querySelector(".na-facet__none").hidden = wanted.length > 0;
    // A group with nothing to choose among is not there, unless somebody is in it.
    details.hidden = !whole && !details.contains(document.activeElement);
  }

  /** What was counted, and after it what is chosen or has the focus and was not: with none. */
  function everything() {
    const counted = new Set(values.map(([value]) => value));
    const kept = [...chosen, focused()].filter((value) => value !== null && !counted.has(value));
    return [...values, ...[...new Set(kept)].map((value) => [value, 0])];
  }

  function shortened() {
    const whole = everything();
    if (all || whole.length <= FEW + HARDLY) return whole.slice(0, MOST);
    const held = focused();
    return whole.filter(([value], index) => index < FEW || chosen.has(value) || value === held);
  }

  /** The values that a part of a name is in; without å, ä and ö it is in those with them too, but never the other way round. */
  function found(typed) {
    const sought = typed.toLowerCase().normalize("NFC");
    const held = focused();
    return everything().filter(([value]) => {
      const name = value.toLowerCase().normalize("NFC");
      return value === held || name.includes(sought) || unmarked(name).includes(sought);
    }).slice(0, MOST);
  }

  function focused() {
    return list.contains(document.activeElement) ? document.activeElement.value : null;
  }

  function row(value, count) {
    if (!rows.has(value)) {
      rows.set(value, element("li", {}, element("label", {},
        element("input", { type: "checkbox", value }),
        element("span", { class: "na-facet__value" }, value), " ",
        element("span", { class: "na-count" }))));
    }
    const one = rows.get(value);
    one.querySelector("input").checked = chosen.has(value);
    one.querySelector(".na-count").textContent = count === null ? "" : number(count);
    one.classList.toggle("na-facet__empty", count === 0);
    return one;
  }

  function fold(folded) {
    if (folded !== null) details.open = !folded;
  }

  return { key, label: details.dataset.naLabel, show, fold };
}

/** Put rows in a list in this order. The one with the focus stays where it is, and the others are put around it. */
function place(list, wanted) {
  const held = wanted.find((row) => row.contains(document.activeElement));
  const kept = new Set(wanted);
  for (const row of [...list.children]) if (!kept.has(row)) row.remove();
  if (!held) {
    wanted.forEach((row, index) => { if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null); });
    return;
  }
  const middle = wanted.indexOf(held);
  for (const row of wanted.slice(0, middle)) list.insertBefore(row, held);
  for (const row of wanted.slice(middle + 1)) list.append(row);
}
