// A municipality or body that the archive's register does not have yet: the document needs it, in the same pull request.

import { composed } from "./compose.js";
import { bodiesOf, municipalityOf } from "./offers.js";
import { editFile, newFile } from "./github.js";

/** The bodies that a document names and that the register of its municipality does not have. */
export function unknownBodies(values, data) {
  const where = municipalityOf(values.kommun, data);
  const known = bodiesOf(values.kommun, data).map(([name]) => name);
  return where ? [...new Set([values.organ, values.föreslås_till])].filter((name) => name && !known.includes(name)) : [];
}

/** A body by its municipality's name: what is remembered of one that is said to be in its register. */
export const registered = (values) => `${values.kommun}/${values.organ}/${values.föreslås_till ?? ""}`;

/** Shows what to do about a body that is not in the register, with the file or line that it needs. */
export function showRegister(box, values, data, done, tell) {
  const [name, slug, code] = municipalityOf(values.kommun, data) ?? [];
  const [first, ...others] = unknownBodies(values, data);
  const unknown = Boolean(first);
  const strange = Boolean(slug && !data.organ[slug]);
  box.hidden = !(unknown || strange);
  const said = box.hidden ? "" : `${slug}/${[first, ...others].join("/")}`;
  const sure = box.querySelector("input");
  if (sure) sure.checked = done;
  if (box.hidden || box.dataset.naSays === said) return;
  box.dataset.naSays = said;
  const easier = paragraph("");
  easier.append("Enklare: ", Object.assign(document.createElement("a"), { href: `${data.projekt}/issues/new?template=skicka-in.yml`, textContent: "skicka in protokollet till oss", target: "_blank", rel: "noopener" }), ".");
  if (!unknown) {
    box.replaceChildren(strong("Registret"), paragraph(`${name} finns inte i arkivet ännu. Då behövs två filer i samma ändringsförslag: kommunens register, och dokumentet. Fyll i organet, så gör formuläret båda.`), easier);
    return;
  }
  const kinds = data.register.find((one) => one.nyckel === "organ").delar.find((one) => one.nyckel === "slag").val;
  const choice = document.createElement("select");
  choice.replaceChildren(...kinds.map((kind) => new Option(kind)));
  choice.value = guess(first, kinds);
  const known = data.organ[slug];
  const label = document.createElement("label");
  label.append(`Vad är ${first}? `, choice);
  const link = Object.assign(document.createElement("a"), { target: "_blank", rel: "noopener" });
  const line = document.createElement("pre");
  const make = () => {
    const bodies = [{ namn: first, slag: choice.value }, ...others.map((namn) => ({ namn, slag: guess(namn, kinds) }))];
    if (known) {
      line.textContent = composed("organ", bodies).split("\n").slice(1).join("\n");
      link.href = editFile(data.projekt, `kommuner/${slug}.yml`);
      link.textContent = `Öppna registret för ${name} på GitHub`;
    } else {
      line.textContent = `kommunkod: "${code}"\n${composed("organ", bodies)}`;
      link.href = newFile(data.projekt, `kommuner/${slug}.yml`, `${line.textContent}\n`).address;
      link.textContent = `Skapa registret för ${name} på GitHub`;
    }
  };
  choice.addEventListener("change", make);
  make();
  const told = known
    ? `${[first, ...others].join(" och ")} finns inte bland organen i ${name}. Är namnet rätt, skriv med samma stavning som i listan. Är det ett nytt organ ska den här raden först in i registret:`
    : `${name} finns inte i arkivet ännu. Då behövs två filer i samma ändringsförslag. Först kommunens register, med organet; sedan dokumentet.`;
  const fold = document.createElement("details");
  fold.append(Object.assign(document.createElement("summary"), { textContent: known ? "Raden" : "Visa filen" }), line);
  fold.open = Boolean(known);
  const tick = Object.assign(document.createElement("input"), { type: "checkbox", id: "na-registered", checked: done });
  tick.addEventListener("change", () => tell(tick.checked));
  const ticked = Object.assign(document.createElement("label"), { htmlFor: tick.id, textContent: "Det är gjort" });
  const last = Object.assign(document.createElement("p"), { className: "na-q__sure" });
  last.append(tick, " ", ticked);
  box.replaceChildren(strong("Registret"), paragraph(told), wrapped(label), fold, wrapped(link), paragraph("Klistra sedan in adressen till din gren under «Hör fler filer till samma ändringsförslag?», så hamnar dokumentet i samma ändringsförslag."), last, easier);
}

/** What a body most likely is, by its name; the reader chooses. */
function guess(name, kinds) {
  if (/fullmäktige$/iu.test(name)) return kinds.find((kind) => kind === "fullmäktige");
  if (/utskott(?:et)?$/iu.test(name)) return kinds.find((kind) => kind === "utskott");
  if (/styrelsen?$/iu.test(name)) return kinds.find((kind) => kind === "styrelse");
  return kinds[0];
}

const strong = (text) => Object.assign(document.createElement("strong"), { textContent: text });
const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });
function wrapped(element) {
  const made = document.createElement("p");
  made.append(element);
  return made;
}
