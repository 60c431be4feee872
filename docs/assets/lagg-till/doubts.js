// What the import was not sure of, and what the source may not say: told at the question, and settled there.

/** Shows at a question what must be compared with the source, with the ways to settle it. */
export function showDoubt(q, known, values, data) {
  const note = q.querySelector(":scope > .na-q__doubt");
  if (!note) return;
  const key = q.dataset.naQ;
  const why = known.doubts[key];
  const unsaid = key === "organ" && !values.organ && values.status === "förslag" && values.föreslås_till;
  const state = q.closest("details")?.querySelector(".na-q__state");
  if (why && state) state.textContent = "kontrollera";
  const wanted = `${why ?? ""}${unsaid || ""}`;
  note.hidden = !wanted;
  if ((note.dataset.naSays ?? "") === wanted) return;
  note.dataset.naSays = wanted;
  note.replaceChildren();
  if (why && key === "svar" && known.suggested.length) {
    for (const id of known.suggested) {
      const title = data.rekommendationer.find(([one]) => one === id)?.[1] ?? id;
      note.append(`Texten nämner rekommendationen «${title}». Är beslutet ett svar på den? `, button("Ja, det är ett svar", "naAnswer", id), " ");
    }
    note.append(button("Nej, den nämns bara", "naSure"));
  } else if (why) {
    note.append(`Kontrollera mot protokollet: ${why} `, button("Det är kontrollerat", "naSure"));
  }
  if (unsaid)
    note.append(
      ` Står det inte i protokollet? Då läggs dokumentet under ${values.föreslås_till}, som förslaget går till, och en anmärkning säger varför. `,
      button("Källan säger inte vem som föreslår", "naUnsaid"),
    );
}

function button(words, name, value = "") {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "na-link", textContent: words });
  made.dataset[name] = value;
  return made;
}
