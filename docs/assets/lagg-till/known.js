// What the archive has already: the same document twice would have one address.

import { editFile } from "./github.js";

/** By the address of a body's list, what it holds: id to [path, title]; null while it is fetched. */
const lists = new Map();

/**
 * The document that has this id in the archive, as [id, path, title]; null when there is none, or it is not known yet.
 * @param {() => void} told is called when a list has come
 */
export function there(id, data, base, told) {
  if (!id) return null;
  const other = data.dokument.find(([known]) => known === id);
  if (other) return [id, `${id}.md`, other[1]];
  const [shelf, municipality, body] = id.split("/");
  if (!["beslut", "sammantraden"].includes(shelf) || !data.organ[municipality]?.some(([, , , held]) => held === body)) return null;
  const address = new URL(`lagg-till/organ/${municipality}/${body}.json`, base).href;
  if (!lists.has(address)) {
    lists.set(address, null);
    fetch(address)
      .then((response) => (response.ok ? response.json() : {}))
      .catch(() => {
        setTimeout(() => lists.delete(address), 30_000); // a network that was gone may be back
        return {};
      })
      .then((found) => {
        lists.set(address, found);
        told();
      });
  }
  const found = lists.get(address)?.[id];
  return found ? [id, ...found] : null;
}

/** Shows the document that is there already, with the ways to read and correct it. */
export function showThere(box, known, base, data) {
  box.hidden = !known;
  const [id, path, title] = known ?? [];
  if (!known || box.dataset.naSays === id) return;
  box.dataset.naSays = id;
  const link = (href, textContent) => Object.assign(document.createElement("a"), { href, textContent, target: "_blank", rel: "noopener" });
  const told = document.createElement("p");
  told.append("Det här finns redan i arkivet: ", link(new URL(`${id}/`, base).href, title), ". Vill du rätta det? ", link(editFile(data.projekt, path), "Föreslå rättelse"), ". Är det en annan paragraf, se efter att kommun, organ, datum och nummer är rätt.");
  box.replaceChildren(told);
}
