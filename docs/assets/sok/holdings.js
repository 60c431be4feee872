// What the archive holds of a municipality, a body and a year, so that no hit is not read as no decision. The numbers are
// those of the whole archive (sok/innehall.json), not of a search.

const NBSP = "\u00a0";
const loaded = new Map();

// A sentence or two about what was chosen: {kommun: [...], organ: [...], ar: [...]}.
export async function describeHoldings(base, filters, version) {
  if (!loaded.has(base)) loaded.set(base, fetch(`${base}sok/innehall.json?${version}`).then((answer) => answer.json()));
  let held;
  try {
    held = await loaded.get(base);
  } catch {
    loaded.delete(base);
    return "";
  }
  const [places, bodies, years] = ["kommun", "organ", "ar"].map((facet) => filters[facet] ?? []);
  const about = [bodies.map(running).join(" och "), places.join(" och ")].filter(Boolean).join(" i ");
  const period = years.length ? ` från ${[...years].sort().join(", ")}` : "";
  if (!about && !period) {
    return `Arkivet har ${counted(held.total)} beslut och förslag från ${held.municipalities} av ${held.of} kommuner.`;
  }
  const number = count(held.places, places, bodies, years);
  const whose = about ? ` av ${about}` : "";
  if (number) return `Arkivet har ${counted(number)} beslut och förslag${whose}${period}.`;
  const all = count(held.places, places, bodies, []);
  const others = years.length && all ? ` Från andra år har det ${counted(all)}.` : "";
  return `Arkivet har inga beslut eller förslag${whose}${period}.${others}`;
}

function count(held, places, bodies, years) {
  let number = 0;
  for (const [place, of] of Object.entries(held)) {
    if (places.length && !places.includes(place)) continue;
    for (const [body, by] of Object.entries(of)) {
      if (bodies.length && !bodies.includes(body)) continue;
      for (const [year, some] of Object.entries(by)) if (!years.length || years.includes(year)) number += some;
    }
  }
  return number;
}

const running = (body) => (/^\p{Lu}{2}/u.test(body) ? body : body.charAt(0).toLowerCase() + body.slice(1));
const counted = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, NBSP);
