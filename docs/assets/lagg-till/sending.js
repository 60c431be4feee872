// From the form to GitHub: what stands in the way is told, else GitHub's page for the file is opened and the steps there are shown.

import { editFile, isBranch, newFile } from "./github.js";
import { pythonRuns } from "./python.js";

const $ = (id) => document.getElementById(id);
/** Whether a press of the button is being answered: a second one must not open a second page. */
let busy = false;

/** Opens GitHub's page for a file, if nothing stands in the way; else takes the reader to the first thing that does. */
export async function send(file) {
  if (busy) return;
  busy = true;
  try {
    if (stopped(file)) return;
    if (pythonRuns()) {
      const found = await file.examine();
      if (found?.some((one) => one.severity === "fel")) {
        $("na-examined").querySelector("button, a")?.focus();
        return;
      }
      if (!$("na-allowed").checked || file.now() !== file.text) {
        $("na-sent").replaceChildren(paragraph("Du ändrade något medan texten granskades. Kryssa i rutan igen och välj Vidare till GitHub.", "na-q__wrong"));
        return;
      }
    }
    await open(file);
  } finally {
    busy = false;
  }
}

function stopped({ standing, path }) {
  const branch = $("na-branch");
  const wrong = branch.parentElement.querySelector(".na-q__wrong");
  const strange = branch.value.trim() && !isBranch(branch.value);
  wrong.textContent = strange ? "Det är ingen adress till en gren. Den ser ut så här: https://github.com/ditt-namn/namndarkivet/tree/patch-1" : "";
  wrong.hidden = !strange;
  if (standing || !path) {
    $("na-left").querySelector("button")?.focus();
    return true;
  }
  if ($("na-private").dataset.naStops) {
    ($("na-private").querySelector("button") ?? $("na-allowed")).focus();
    return true;
  }
  if (strange) {
    branch.closest("details").open = true;
    branch.focus();
    return true;
  }
  if (!$("na-allowed").checked) {
    $("na-sent").replaceChildren(paragraph("Läs igenom texten och kryssa i rutan ovan först.", "na-q__wrong"));
    $("na-allowed").focus();
    return true;
  }
  return false;
}

async function open(file) {
  const branch = $("na-branch").value.trim();
  if (!file.data.projekt) {
    const copied = await copy(file.text);
    $("na-sent").replaceChildren(paragraph(`${copied ? "Filens innehåll är kopierat." : "Kopiera filens innehåll härnedanför."} Den ska heta decisions/${file.path}.`), ...(copied ? [] : [whole(file.text)]));
    return;
  }
  const to = newFile(branch || file.data.projekt, file.path, file.text);
  const copied = to.whole || (await copy(file.text));
  $("na-sent").replaceChildren(...told(file, to, copied, branch));
  $("na-sent").scrollIntoView({ block: "nearest" });
  file.opened();
  window.open(to.address, "_blank", "noopener");
}

function* told(file, to, copied, branch) {
  yield paragraph(
    to.whole
      ? "GitHub öppnas i en ny flik med filens namn och innehåll ifyllda."
      : copied
        ? "Texten är för lång för en länk, så den är kopierad. GitHub öppnas i en ny flik med filens namn: klicka i den stora rutan och klistra in med Ctrl+V (⌘V på Mac)."
        : "Texten är för lång för en länk och kunde inte kopieras. Markera allt i rutan här nedanför, kopiera och klistra in i den stora rutan på GitHub.",
  );
  if (!to.whole && !copied) yield whole(file.text);
  const steps = document.createElement("ol");
  for (const words of branch ? IN_BRANCH : STEPS) steps.append(Object.assign(document.createElement("li"), { textContent: words }));
  yield steps;
  if (file.after) {
    const before = document.createElement("p");
    const line = Object.assign(document.createElement("code"), { textContent: `nästa: ${file.id}` });
    before.append("Har stegen olika diarienummer ska beslutet före också få raden ", line, ", i samma ändringsförslag: ", link(editFile(branch || file.data.projekt, file.after), "öppna det på GitHub"), ".");
    yield before;
  }
  const last = document.createElement("p");
  const done = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: "Jag har skickat det: radera utkastet här" });
  done.addEventListener("click", file.erase);
  last.append(link(to.address, "Öppnades ingen sida? Öppna GitHub här."), " ", done);
  yield last;
}

const STEPS = [
  "Logga in på GitHub, eller skaffa ett konto. Första gången: välj Fork this repository (kopiera projektet).",
  "Välj Commit changes… (spara ändringen) och sedan Propose changes (föreslå ändringen).",
  "Välj Create pull request (skapa ändringsförslag), fyll i mallen och välj Create pull request igen. Nu är det skickat.",
];
const IN_BRANCH = ["Välj Commit changes… (spara ändringen).", "Låt grenens namn stå kvar och välj Commit changes igen. Nu ligger filen i samma ändringsförslag."];

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

function whole(words) {
  const all = Object.assign(document.createElement("textarea"), { readOnly: true, rows: 6, value: words });
  all.setAttribute("aria-label", "Filens innehåll att kopiera");
  all.addEventListener("focus", () => all.select());
  return all;
}

const link = (href, textContent) => Object.assign(document.createElement("a"), { href, textContent, target: "_blank", rel: "noopener" });
const paragraph = (words, name = "") => Object.assign(document.createElement("p"), { textContent: words, className: name });
