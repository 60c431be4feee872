// What the archive holds of a municipality, a body and a year, so that no hit is not read as no decision. The numbers are
// those of the whole archive (sok/innehall.json), not of a search.

import { json } from "./fetched.js";
import { number, running } from "./swedish.js";

const MOST_NAMED = 3; // municipalities that are named where the archive has no more

// The numbers, fetched once for each publication; null when they cannot be fetched.
async function numbers(base, version) {
  try {
    return await json(`${base}sok/innehall.json?${version}`);
  } catch {
    return null;
  }
}

// The municipalities that a text names and that the archive has nothing from. «Habo» does not name Håbo.
export async function missingPlaces(base, text, version) {
  const held = await numbers(base, version);
  if (!held) return [];
  const said = ` ${text.normalize("NFC").toLowerCase().replace(/[^\p{L}]+/gu, " ")} `;
  return held.names.filter((name) => !Object.hasOwn(held.places, name) && said.includes(` ${name.toLowerCase()} `));
}

// A sentence or two about what was chosen: {kommun: [...], organ: [...], ar: [...]}.
export async function describeHoldings(base, filters, version) {
  const held = await numbers(base, version);
  if (!held) return "";
  const [places, bodies, years] = ["kommun", "organ", "ar"].map((facet) => filters[facet] ?? []);
  const about = [bodies.map(running).join(" och "), places.join(" och ")].filter(Boolean).join(" i ");
  const period = years.length ? `${places.length && !bodies.length ? "" : " från"} ${[...years].sort().join(", ")}` : "";
  if (!about && !period) {
    const few = Object.entries(held.places).slice(0, MOST_NAMED + 1);
    const named = few.length && few.length <= MOST_NAMED ? `: ${few.map(([place, of]) => `${place} (${Object.entries(of).map(([body, by]) => `${running(body)} ${span(Object.keys(by))}`).join(", ")})`).join("; ")}` : "";
    return `Arkivet har ${number(held.total)} beslut och förslag från ${held.municipalities} av ${held.of} kommuner${named}.`;
  }
  const some = count(held.places, places, bodies, years);
  const whose = about ? ` ${bodies.length ? "av" : "från"} ${about}` : "";
  if (some) return `Arkivet har ${number(some)} beslut och förslag${whose}${period}.`;
  const all = count(held.places, places, bodies, []);
  const others = years.length && all ? ` Från andra år har det ${number(all)}.` : "";
  return `Arkivet har inga beslut eller förslag${whose}${period}.${others}`;
}

function count(held, places, bodies, years) {
  let sum = 0;
  for (const [place, of] of Object.entries(held)) {
    if (places.length && !places.includes(place)) continue;
    for (const [body, by] of Object.entries(of)) {
      if (bodies.length && !bodies.includes(body)) continue;
      for (const [year, some] of Object.entries(by)) if (!years.length || years.includes(year)) sum += some;
    }
  }
  return sum;
}

const span = (years) => (years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0]);
