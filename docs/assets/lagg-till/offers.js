// What the archive and its register offer as answers, and names that they do not have.

/** Gives each control that can be offered something a list to choose from. */
export function offerValues(form, data, municipality) {
  const lists = {
    kommun: data.kommuner.map(([name]) => [name, ""]),
    rekommendation: data.rekommendationer,
    dokument: data.dokument,
    ämne: data.ämnen.map((word) => [word, ""]),
    avsändare: data.avsändare.map((word) => [word, ""]),
  };
  for (const [name, options] of Object.entries(lists)) form.append(list(name, options));
  const bodies = form.appendChild(list("organ", []));
  form.addEventListener("focusin", (event) => {
    const offer = event.target.dataset?.naOffer;
    if (!offer) return;
    if (offer === "organ") bodies.replaceChildren(...bodiesOf(municipality(), data).map(([name]) => option([name, ""])));
    if (offer !== "beslut") event.target.setAttribute("list", `na-list-${offer}`);
  });
}

/** The bodies in the register of a municipality: [name, kind, numbering]. */
export function bodiesOf(named, data) {
  const known = municipalityOf(named, data);
  return (known && data.organ[known[1]]) || [];
}

/** A municipality by its name or code: [name, slug, code]. */
export const municipalityOf = (named, data) => data.kommuner.find(([name, , code]) => named && (name === named || code === named));

/** The name as the archive writes it of what is written in another way: «habo», «Habo kommun», «socialnämnden». */
export function asWritten(question, value, municipality, data) {
  const same = (text) => text.toLowerCase().replace(/ kommun$/u, "");
  if (question.erbjud === "kommun") return data.kommuner.find(([name]) => same(name) === same(value))?.[0] ?? value;
  if (question.erbjud === "organ") return bodiesOf(municipality, data).find(([name]) => name.toLowerCase() === value.toLowerCase())?.[0] ?? value;
  return value;
}

/** What is said of a name that must be known and is not. */
export function unknownName(question, value, data) {
  if (question.erbjud === "kommun" && !municipalityOf(value, data)) return [`«${value}» är ingen av de ${data.kommuner.length} kommunerna; välj ur listan`];
  if (question.erbjud === "rekommendation" && !data.rekommendationer.some(([id]) => id === value)) return [`«${value}» är ingen rekommendation i arkivet; välj ur listan`];
  return [];
}

function list(name, options) {
  const made = document.createElement("datalist");
  made.id = `na-list-${name}`;
  made.replaceChildren(...options.map(option));
  return made;
}

function option([value, title]) {
  const made = document.createElement("option");
  made.value = value;
  if (title) made.label = title;
  return made;
}
