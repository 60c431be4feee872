// Minutes that are dropped on the form: Python reads them here in the browser, and a § of them fills the form.

import { pythonAvailable, pythonMegabytes, readMinutes } from "./python.js";

const LARGEST = 25_000_000;

/**
 * Lets files be dropped, chosen or pasted.
 * @param {URL} base the site's root
 * @param {() => {municipality?: string, body?: string}} given what the form says already
 * @param {(draft: object, batch: object, pasted: boolean) => void} chosen is called with the draft of the § that is chosen
 */
export async function takeMinutes(base, given, chosen) {
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
      const batch = await readMinutes({ name, bytes }, given(), base, (_share, words) => {
        if (turn === reading) told.textContent = words;
      });
      if (turn === reading) offer(batch, told, found, (draft) => chosen(draft, batch, pasted));
    } catch (error) {
      if (turn === reading) told.textContent = error.message;
    } finally {
      if (turn === reading) section.removeAttribute("aria-busy");
    }
  };
  const takeFile = async (file) => {
    if (!file) return;
    if (file.size > LARGEST) told.textContent = `${file.name} är för stor: högst 25 MB läses här. Skicka in den till oss i stället (se ovan).`;
    else await take(file.name, await file.arrayBuffer());
  };

  const input = document.getElementById("na-file");
  input.addEventListener("change", async () => {
    const [file] = input.files;
    await takeFile(file);
    input.value = "";
  });
  for (const type of ["dragover", "dragenter"])
    section.addEventListener(type, (event) => {
      event.preventDefault();
      section.classList.add("na-drop--over");
    });
  for (const type of ["dragleave", "drop"]) section.addEventListener(type, () => section.classList.remove("na-drop--over"));
  section.addEventListener("drop", (event) => {
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  });
  document.getElementById("na-read").addEventListener("click", () => {
    const text = document.getElementById("na-paste").value;
    if (text.trim()) take("inklistrad-text.txt", new TextEncoder().encode(text).buffer, true);
    else told.textContent = "Klistra in texten i rutan först.";
  });
  const megabytes = await pythonMegabytes(base);
  if (megabytes) document.getElementById("na-megabytes").textContent = ` på ${megabytes} MB`;
  if (!(await pythonAvailable(base))) {
    section.replaceChildren(section.querySelector("h2"), paragraph("Här kan formuläret inte läsa filer: sajten är byggd utan den delen. Fyll i formuläret för hand, eller skicka in protokollet till oss (se ovan)."));
  }
}

function offer(batch, told, found, chosen) {
  const notes = [];
  for (const [number, masked] of batch.withheld)
    notes.push(`§ ${number} togs inte med: ${masked.join(", ")} ser ut som ett personnummer. Sådant får inte publiceras.`);
  if (batch.said && batch.said !== batch.paragraphs)
    notes.push(`Framsidan säger ${batch.said} paragrafer, men ${batch.paragraphs} hittades. Saknas någon?`);
  const pick = (draft) => {
    chosen(draft);
    told.textContent = [...notes, `${title(draft)} är ifyllt i formuläret. Jämför med protokollet.`].join(" ");
  };
  const decisions = batch.drafts.filter((draft) => draft.kind === "beslut");
  found.replaceChildren();
  found.hidden = batch.drafts.length < 2;
  const several = batch.paragraphs === 1 ? "1 paragraf" : `${batch.paragraphs} paragrafer`;
  told.textContent = [...notes, batch.drafts.length ? `${batch.file}: ${several}. Välj vad som ska fyllas i.` : "Inget utkast kunde göras."].join(" ");
  if (decisions.length === 1) pick(decisions[0]);
  else if (batch.drafts.length === 1) pick(batch.drafts[0]);
  const list = document.createElement("ul");
  for (const draft of batch.drafts) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: title(draft) });
    button.addEventListener("click", () => pick(draft));
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  found.append(list);
}

const title = (draft) => (draft.kind === "sammanträde" ? "Sammanträdets uppgifter" : `§\u00a0${draft.number} ${draft.values.rubrik ?? "(utan rubrik)"}`);

const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });
