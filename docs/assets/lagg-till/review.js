// The side of the form: what is left to do, the file, what may not leave the machine, and what comes after.

import { findHints, findNumbers } from "./guard.js";
import { editFile } from "./github.js";
import { examine } from "./python.js";

const PRIVATE = { födelsedatum: "någons födelsedatum", hemadress: "någons hemadress", hälsa: "någons hälsa eller stöd" };

/** Lists what is left, each as a button that leads there; unfolded when `open`, or when it was. */
export function showLeft(box, left, reach, open) {
  const words = left.map(([, name, what]) => `${name}: ${what}`);
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

/** Shows the file's name and content. */
export function showFile(path, text) {
  const where = document.getElementById("na-path");
  where.textContent = path ? `decisions/${path}` : "Namnet blir klart när kommun, organ, datum och paragraf är ifyllda.";
  document.getElementById("na-preview").textContent = text;
}

/** Shows what in the text may not or should not be published. Returns whether something stops it from leaving. */
export function showPrivate(box, text, path, rules, reachText) {
  const inText = findNumbers(text, rules);
  const inName = findNumbers(path, rules);
  const hints = findHints(text, rules);
  const said = JSON.stringify([inText, inName, hints]);
  if (box.dataset.naSays !== said) {
    box.dataset.naSays = said;
    const rows = [
      ...inText.map((one) => row(number(one, ""), () => reachText(one.start, one.end))),
      ...inName.map((one) => row(number(one, " i filens namn"))),
      ...hints.map((one) => row(`Texten tycks berätta om ${PRIVATE[one.fact] ?? one.fact}. Behövs det, och får det publiceras?`, () => reachText(one.start, one.end))),
    ];
    const list = document.createElement("ul");
    list.append(...rows);
    box.replaceChildren(...(rows.length ? [list] : []));
    box.className = rows.length ? "na-private" : "";
  }
  return [...inText, ...inName].some((one) => one.grade === "säkert");
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

/** Has Python try the document against every rule there is for one, here in the browser. */
export async function examineAll(base, told, path, text, reach) {
  if (!path) {
    told.replaceChildren(paragraph("Fyll först i det som måste finnas."));
    return;
  }
  delete told.dataset.naOld;
  told.replaceChildren(paragraph("Granskar …"));
  try {
    const found = await examine(path, text, base, (_share, words) => told.replaceChildren(paragraph(words)));
    if (!found.length) {
      told.replaceChildren(paragraph("Dokumentet klarar alla regler. Det som rör andra dokument i arkivet granskas när du har skickat in det."));
      return;
    }
    const list = document.createElement("ul");
    for (const one of found) {
      const item = document.createElement("li");
      item.append(`${one.severity === "fel" ? "Fel" : "Varning"}${one.key ? `, ${one.key}` : `, rad ${one.line}`}: ${one.message}. `);
      if (one.key) item.append(button("Gå dit", () => reach(one.key)), " ");
      item.append(Object.assign(document.createElement("a"), { href: new URL(one.page, base).href, textContent: "Om regeln", target: "_blank", rel: "noopener" }));
      list.append(item);
    }
    told.replaceChildren(list);
  } catch (error) {
    told.replaceChildren(paragraph(error.message));
  }
}

/** What was said of the document holds no longer: it has been changed. */
export function outdated(told) {
  if (told.childElementCount && !told.dataset.naOld) {
    told.dataset.naOld = "ja";
    told.replaceChildren(paragraph("Texten är ändrad sedan den granskades. Granska igen."));
  }
}

/** Says what to do on GitHub. */
export function showSent(box, sent) {
  if (sent.wanting) {
    box.replaceChildren(paragraph("Läs igenom texten och kryssa i rutan ovan först.", "na-q__wrong"));
    return;
  }
  const made = [];
  const link = Object.assign(document.createElement("a"), { href: sent.address, textContent: "Öppnades ingen sida? Öppna GitHub här.", target: "_blank", rel: "noopener" });
  const first = sent.whole
    ? "GitHub öppnas i en ny flik med filens namn och innehåll ifyllda."
    : sent.copied
      ? "Texten är för lång för en länk, så den är kopierad. GitHub öppnas i en ny flik med filens namn: klicka i den stora rutan och klistra in med Ctrl+V (⌘V på Mac)."
      : "Texten är för lång för en länk och kunde inte kopieras. Markera allt i rutan här nedanför, kopiera och klistra in i den stora rutan på GitHub.";
  made.push(paragraph(first));
  if (!sent.whole && !sent.copied) {
    const all = Object.assign(document.createElement("textarea"), { readOnly: true, rows: 6, value: sent.text });
    all.setAttribute("aria-label", "Filens innehåll att kopiera");
    all.addEventListener("focus", () => all.select());
    made.push(all);
  }
  const steps = document.createElement("ol");
  for (const words of [
    "Logga in på GitHub, eller skaffa ett konto. Första gången: välj Fork this repository (kopiera projektet).",
    "Välj Commit changes… (spara ändringen) och sedan Propose changes (föreslå ändringen).",
    "Välj Create pull request (skapa ändringsförslag), fyll i mallen och välj Create pull request igen. Nu är det skickat.",
  ])
    steps.append(Object.assign(document.createElement("li"), { textContent: words }));
  made.push(steps);
  if (sent.after) {
    const before = document.createElement("p");
    before.append("Har stegen olika diarienummer ska beslutet före också få raden ", code(`nästa: ${sent.id}`), ", i samma ändringsförslag: ");
    before.append(Object.assign(document.createElement("a"), { href: editFile(sent.project, sent.after), textContent: "öppna det på GitHub", target: "_blank", rel: "noopener" }), ".");
    made.push(before);
  }
  const last = document.createElement("p");
  last.append(link, " ", button("Jag har skickat det: radera utkastet här", sent.erase));
  made.push(last);
  box.replaceChildren(...made);
}

const code = (text) => Object.assign(document.createElement("code"), { textContent: text });
const paragraph = (text, name = "") => Object.assign(document.createElement("p"), { textContent: text, className: name });
function button(words, does) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: words });
  made.addEventListener("click", does);
  return made;
}
