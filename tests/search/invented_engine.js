// An engine for the tests of the search page: openly invented documents, and the narrow interface that the page knows.
// Words that mean something to the tests: «sen» is answered late, «trasig» not at all, «allt» finds everything.

const MUNICIPALITIES = ["Habo", "Håbo", "Ekerö", "Malå", "Arjeplog", "Åre", "Älvdalen", "Öckerö", "Lekeberg", "Sorsele", "Bjurholm", "Dorotea", "Åsele", "Ydre"];
const BODIES = ["Socialnämnden", "Kommunstyrelsen", "Vård- och omsorgsnämndens arbetsutskott för särskilt boende"];
const LOOKS = { "Beslutat": "decided", "Förslag": "proposed", "Avslaget": "rejected", "Bordlagt": "waiting" };
const HOSTILE = "<img src=x onerror=\"document.title='fara'\"><script>document.title='fara'</script>";
const KEYS = ["kommun", "organ", "ar", "typ", "status", "stallning", "rekommendation", "amne"];

const documents = Array.from({ length: 64 }, (_, index) => {
  const status = Object.keys(LOOKS)[index % 4];
  const year = String(2031 - (index % 5));
  const municipality = MUNICIPALITIES[index % MUNICIPALITIES.length];
  const body = BODIES[index % 3];
  return {
    text: index === 7 ? HOSTILE : `Påhittat ärende ${index + 1} om nationell stödfunktion i ${municipality}`,
    kommun: municipality, organ: body, ar: year, typ: "Beslut", status,
    stallning: index % 6 === 0 ? (status === "Förslag" ? "föreslår att anta" : "antar") : null,
    rekommendation: index % 6 === 0 ? "Påhittad rekommendation 7/2030" : null,
    amne: index % 2 ? "socialtjänst" : "budget",
    address: `beslut/paahittad/${index + 1}/`, day: index === 2 ? null : `${1 + (index % 28)} februari ${year}`,
    paragraph: String(index + 1), number: index % 3 ? `SN ${year}/${index + 1}` : null,
    proposedTo: status === "Förslag" ? "Kommunstyrelsen" : null,
    long: index === 8,
  };
});
documents.push({
  text: "Påhittat cirkulär om nationell stödfunktion", kommun: null, organ: null, ar: "2030", typ: "Cirkulär eller brev", status: null, stallning: null,
  rekommendation: null, amne: "socialtjänst", address: "cirkular/paahittat/1/", day: "3 mars 2030", paragraph: null, number: "30:7", proposedTo: null,
});

export async function open(base) {
  globalThis.invented = { base, asked: [] };
  return {
    async search(asked) {
      globalThis.invented.asked.push(asked);
      const words = asked.words.toLowerCase();
      if (words === "sen") {
        await new Promise((done) => setTimeout(done, 1500));
        document.documentElement.dataset.late = "answered";
      }
      if (words === "trasig") throw new TypeError("failed to fetch");
      const sought = ["sen", "allt", "habo kommun", "flera ord", "flera xyzzy", "och"].includes(words) ? "" : words;
      const passes = (one, but) => KEYS.every((key) => key === but || !asked.filters[key]?.length || asked.filters[key].includes(one[key]));
      const hit = documents.filter((one) => one.text.toLowerCase().includes(sought));
      const found = hit.filter((one) => passes(one));
      if (asked.sort === "äldst") found.reverse();
      return {
        total: found.length,
        hits: async (from, to) => found.slice(from, to).map((one) => shown(one, sought)),
        counts: async () => Object.fromEntries(KEYS.map((key) => [key, counted(hit.filter((one) => passes(one, key)), key)])),
        notes: told(words),
      };
    },
    holdings: async (filters) => `Arkivet har 12 påhittade beslut${filters.kommun ? ` från ${filters.kommun.join(" och ")}` : ""}.`,
  };
}

function told(words) {
  return {
    "xyzzy": [{ kind: "absent", word: "xyzzy", suggestions: ["stödfunktion", "budget"] }],
    "flera xyzzy": [{ kind: "absent", word: "xyzzy", suggestions: [] }],
    "habo kommun": [{ kind: "also", typed: "habo", other: "håbo" }],
    "flera ord": [{ kind: "relaxed", missing: ["flera", "ord"] }],
    "och": [{ kind: "common", words: ["och"] }],
  }[words] ?? [];
}

function counted(found, key) {
  const counts = new Map();
  for (const one of found) if (one[key]) counts.set(one[key], (counts.get(one[key]) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => (key === "ar" ? b.localeCompare(a) : y - x || a.localeCompare(b, "sv")));
}

function shown(one, sought) {
  const text = `${one.text}. Nämnden beslutar att ställa sig bakom den nationella stödfunktionen och att avsätta medel för den i nästa års budget.`;
  return {
    address: one.address, title: split(one.long ? `${one.text} ${"Ovanligtlångtsammansattord".repeat(6)}` : one.text, sought), type: one.typ,
    municipality: one.kommun, body: one.organ, day: one.day, paragraph: one.paragraph, number: one.number,
    status: one.status ? { word: one.status, look: LOOKS[one.status] } : null,
    positions: one.stallning ? [{ word: one.stallning, look: LOOKS[one.status] }] : [],
    passage: split(text, sought), proposedTo: one.proposedTo,
  };
}

function split(text, sought) {
  const at = sought ? text.toLowerCase().indexOf(sought) : -1;
  if (at < 0) return [{ text, mark: false }];
  const end = at + sought.length;
  return [{ text: text.slice(0, at), mark: false }, { text: text.slice(at, end), mark: true }, { text: text.slice(end), mark: false }];
}
