// What an address fills the form with: /lagg-till/?sort=beslut&kommun=Ekerö&svar.rekommendation=skl-2016-10&efter=ID

/**
 * @param {URLSearchParams} asked keys of front matter, with a point for a part; a list's key may stand many times
 * @returns {{kind: string, values: object, after?: string} | null} null where the address asks for nothing
 */
export function prefilled(asked, data) {
  const kind = Object.hasOwn(data.sorter, asked.get("sort") ?? "") ? asked.get("sort") : "beslut";
  const values = {};
  for (const one of data.sorter[kind].frågor) {
    const parts = (one.delar ?? []).filter((part) => asked.has(`${one.nyckel}.${part.nyckel}`));
    if (parts.length) {
      const value = Object.fromEntries(parts.map((part) => [part.nyckel, asked.get(`${one.nyckel}.${part.nyckel}`)]));
      values[one.nyckel] = one.lista ? [value] : value;
    } else if (asked.has(one.nyckel) && !one.delar) {
      values[one.nyckel] = one.lista ? asked.getAll(one.nyckel) : asked.get(one.nyckel);
    }
  }
  if (!Object.keys(values).length && !asked.has("sort")) return null;
  const after = asked.get("efter") ?? "";
  return { kind, values, after: /^beslut\/[a-z0-9/-]+\.md$/u.test(after) ? after : "" };
}
