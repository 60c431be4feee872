// The side of the form: what is left to do, the file, what may not leave the machine, and what comes after.

import { findHints, findNumbers } from "./guard.js";
import { examine } from "./python.js";

const PRIVATE = { födelsedatum: "någons födelsedatum", hemadress: "någons hemadress", hälsa: "någons hälsa eller stöd" };

/** Lists what is left, each as a button that leads there; unfolded when `open`, or when it was. */
export function showLeft(box, left, reach, open) {
  const words = left.map(([, name, what]) => (name ? `${name}: ${what}` : what));
  const said = words.join("\n");
  if (box.dataset.naSays === said) {
    if (open) box.querySelector("details")?.setAttribute("open", "");
    return;
  }
  box.dataset.naSays = said;
  if (!left.length) {
    box.replaceChildren(paragraph("Alla uppgifter som måste finnas är ifyllda.", "na-left--none"));
    return;
  }
  const list = document.createElement("ul");
  left.forEach(([q], place) => {
    const item = document.createElement("li");
    item.append(button(words[place], () => reach(q)));
    list.append(item);
  });
  const fold = document.createElement("details");
  fold.open = open || (box.querySelector("details")?.open ?? false);
  fold.append(Object.assign(document.createElement("summary"), { textContent: `Kvar att göra: ${left.length}` }), list);
  box.replaceChildren(fold);
}

const NAMED_BY = { beslut: "kommun, organ, datum, paragraf och rubrik", sammanträde: "kommun, organ och datum", cirkulär: "avsändare, datum och rubrik", rekommendation: "avsändare, datum och rubrik" };

/** Shows the file's name and content. */
export function showFile(path, text, kind) {
  document.getElementById("na-path").textContent = path ? `decisions/${path}` : `Filens namn blir klart när ${NAMED_BY[kind]} är ifyllda.`;
  document.getElementById("na-preview").textContent = text;
}

const CHANGED = "Texten är ändrad sedan den granskades. Granska igen.";
/** Rows of what may be private that are shown: more are of no help. */
const MOST = 20;

/** Shows what in the text may not or should not be published; `naStops` says whether something stops it from leaving. */
export function showPrivate(box, text, path, rules, reachText) {
  const whole = `${path}\n${text}`;
  if (box.naSeen === whole) return;
  box.naSeen = whole;
  const inText = findNumbers(text, rules);
  const inName = findNumbers(path, rules);
  const show = (one) => () => reachText(text.slice(one.start, one.end));
  const rows = [
    ...inText.map((one) => [number(one, ""), show(one)]),
    ...inName.map((one) => [number(one, " i filens namn")]),
    ...findHints(text, rules).map((one) => [`Texten tycks berätta om ${PRIVATE[one.fact] ?? one.fact}. Behövs det, och får det publiceras?`, show(one)]),
  ];
  const stops = [...inText, ...inName].some((one) => one.grade === "säkert");
  box.dataset.naStops = stops ? "ja" : "";
  const list = document.createElement("ul");
  list.append(...rows.slice(0, MOST).map(([words, does]) => row(words, does)));
  if (rows.length > MOST) list.append(row(`Och ${rows.length - MOST} till.`));
  box.replaceChildren(...(rows.length ? [list] : []), ...(rows.length && !stops ? [paragraph("Du kan gå vidare om uppgiften hör till saken.")] : []));
  box.className = rows.length ? `na-private${stops ? " na-private--stops" : ""}` : "";
}

function number(one, where) {
  return one.grade === "säkert"
    ? `${one.masked}${where} är ett personnummer. Ta bort det: personnummer får aldrig publiceras.`
    : `${one.masked}${where} ser ut som ett personnummer. Är det ett, ta bort det.`;
}

function row(words, does) {
  const item = document.createElement("li");
  item.append(`${words} `);
  if (does) item.append(button("Visa i texten", does));
  return item;
}

/**
 * Has Python try the document against every rule there is for one, here in the browser. Returns what it finds, or nothing when it
 * could not. What is found of a text that has changed meanwhile is not shown.
 */
export async function examineAll(base, told, path, now, reach) {
  delete told.dataset.naOld;
  if (!path) {
    told.replaceChildren(paragraph("Fyll först i det som måste finnas."));
    return undefined;
  }
  const text = now();
  told.replaceChildren(paragraph("Granskar …"));
  try {
    const found = await examine(path, text, base, (share, words) => told.replaceChildren(paragraph(progress(share, words))));
    if (text !== now()) {
      told.replaceChildren(paragraph(CHANGED));
      return undefined;
    }
    if (found.length) {
      const list = document.createElement("ul");
      list.append(...found.map((one) => verdict(one, base, reach)));
      told.replaceChildren(list);
    } else told.replaceChildren(paragraph("Dokumentet klarar alla regler. Det som rör andra dokument i arkivet granskas när du har skickat in det."));
    return found;
  } catch (error) {
    told.replaceChildren(paragraph(error.message));
    return undefined;
  }
}

function verdict(one, base, reach) {
  const item = document.createElement("li");
  item.append(`${one.severity === "fel" ? "Fel" : "Varning"}${one.key ? `, ${one.key}` : `, rad ${one.line}`}: ${one.message}. `);
  if (one.key) item.append(button("Gå dit", () => reach(one.key)), " ");
  item.append(Object.assign(document.createElement("a"), { href: new URL(one.page, base).href, textContent: "Om regeln", target: "_blank", rel: "noopener" }));
  return item;
}

/** How far Python has come, in words. */
export const progress = (share, words) => (share < 0.9 ? `${words} (${Math.round((share / 0.9) * 100)} %). Första gången kan det ta en halv minut.` : `${words} …`);

/** What was said of the document holds no longer: it has been changed. */
export function outdated(told) {
  if (told.childElementCount && !told.dataset.naOld) {
    told.dataset.naOld = "ja";
    told.replaceChildren(paragraph(CHANGED));
  }
}

const paragraph = (text, name = "") => Object.assign(document.createElement("p"), { textContent: text, className: name });
function button(words, does) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: words });
  made.addEventListener("click", does);
  return made;
}
