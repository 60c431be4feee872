// Minutes that are dropped on the form: Python reads them here in the browser, and a § of them fills the form.

import { LARGEST, pythonAvailable, pythonMegabytes, readMinutes, stopPython } from "./python.js";
import { progress } from "./review.js";

/**
 * Lets files be dropped, chosen or pasted.
 * @param {string} base the site's root
 * @param {() => {municipality?: string, body?: string}} given what a person has said in the form
 * @param {Object} form `chosen(draft, pasted)` takes a § and tells how much is left to do; `busy()`: whether it has answers
 * that must not be overwritten unasked
 * @returns {{stop: () => void}}
 */
export function takeMinutes(base, given, form) {
  const section = document.getElementById("na-minutes");
  const told = document.getElementById("na-reading");
  const found = document.getElementById("na-found");
  let reading = 0;
  const take = async (name, bytes, pasted = false) => {
    const turn = (reading += 1);
    found.hidden = true;
    section.setAttribute("aria-busy", "true");
    told.textContent = "Läser …";
    try {
      const batch = await readMinutes({ name, bytes: await bytes() }, given(), base, (share, words) => {
        if (turn === reading) told.textContent = progress(share, words);
      });
      if (turn === reading) offer(batch, told, found, form, pasted);
    } catch (error) {
      if (turn === reading) told.textContent = error instanceof DOMException ? "Filen kunde inte öppnas. Välj den på nytt." : error.message;
    } finally {
      if (turn === reading) section.removeAttribute("aria-busy");
    }
  };
  const takeFile = (file) => {
    if (!file) told.textContent = "Det var ingen fil. Släpp filen själv, eller klistra in texten nedan.";
    else if (file.size > LARGEST) told.textContent = `${file.name} är för stor: högst ${LARGEST / 1e6} MB läses här. Skicka in den till oss i stället (se ovan).`;
    else take(file.name, () => file.arrayBuffer());
  };

  const input = document.getElementById("na-file");
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) takeFile(file);
  });
  input.addEventListener("click", () => { input.value = ""; }); // the same file may be chosen again
  const files = (event) => event.dataTransfer?.types.includes("Files");
  for (const type of ["dragover", "drop"]) addEventListener(type, (event) => files(event) && event.preventDefault()); // else the browser leaves the form
  for (const type of ["dragover", "dragenter"]) section.addEventListener(type, () => section.classList.add("na-drop--over"));
  for (const type of ["dragleave", "drop"]) section.addEventListener(type, () => section.classList.remove("na-drop--over"));
  section.addEventListener("drop", (event) => takeFile(event.dataTransfer.files[0]));
  document.getElementById("na-read").addEventListener("click", () => {
    const text = document.getElementById("na-paste").value;
    if (text.trim()) take("inklistrad-text.txt", async () => new TextEncoder().encode(text).buffer, true);
    else told.textContent = "Klistra in texten i rutan först.";
  });
  tellWhatIsFetched(base, section);
  return {
    stop() {
      reading += 1;
      if (section.hasAttribute("aria-busy")) stopPython();
      section.removeAttribute("aria-busy");
    },
  };
}

async function tellWhatIsFetched(base, section) {
  const megabytes = await pythonMegabytes(base);
  if (megabytes) document.getElementById("na-megabytes").textContent = ` på ${megabytes} MB`;
  if (await pythonAvailable(base)) return;
  document.getElementById("na-examine").hidden = true;
  section.replaceChildren(section.querySelector("h2"), paragraph("Här kan formuläret inte läsa filer: sajten är byggd utan den delen. Fyll i formuläret för hand, eller skicka in protokollet till oss (se ovan)."));
}

function offer(batch, told, found, form, pasted) {
  const notes = [];
  for (const [number, masked] of batch.withheld)
    notes.push(`§ ${number} togs inte med: ${masked.join(", ")} ser ut som ett personnummer, och sådant får inte publiceras. Stryk det i texten och läs den igen.`);
  if (batch.said && batch.said !== batch.paragraphs) notes.push(`Framsidan säger ${batch.said} paragrafer, men ${batch.paragraphs} hittades. Saknas någon?`);
  const pick = (draft) => {
    const left = form.chosen(draft, pasted);
    told.textContent = [...notes, `${title(draft)} är ifyllt i formuläret. Jämför med protokollet.`, left ? `Kvar att göra: ${left}.` : ""].filter(Boolean).join(" ");
    told.focus();
  };
  const list = document.createElement("ul");
  for (const draft of batch.drafts) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: title(draft) });
    button.addEventListener("click", () => pick(draft));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  found.replaceChildren(list);
  const decisions = batch.drafts.filter((draft) => draft.kind === "beslut");
  const [only] = decisions.length ? decisions : batch.drafts;
  const sure = !batch.withheld.length && (decisions.length === 1 || batch.drafts.length === 1) && !form.busy();
  found.hidden = batch.drafts.length < 2 && sure;
  if (sure) {
    pick(only);
    return;
  }
  const several = batch.paragraphs === 1 ? "1 paragraf" : `${batch.paragraphs} paragrafer`;
  const ask = form.busy() ? "Formuläret har redan svar. Väljer du här ersätts de." : "Välj vad som ska fyllas i.";
  told.textContent = [...notes, `${batch.file}: ${several}.`, batch.drafts.length ? ask : "Inget är ifyllt."].join(" ");
  told.focus();
}

const title = (draft) => (draft.kind === "sammanträde" ? "Sammanträdets uppgifter" : `§\u00a0${draft.number} ${draft.values.rubrik ?? "(utan rubrik)"}`);

const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });
