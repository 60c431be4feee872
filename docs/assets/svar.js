// Makes the table of the 290 municipalities sortable and searchable. Without this script it is a plain table.
"use strict";
// Says beside the map which municipality the pointer or the keyboard is on: small areas and tiles have no room for a name.
for (const map of document.querySelectorAll(".na-map")) {
  const said = map.querySelector("[data-na-said]");
  const tell = (event) => {
    const area = event.target.closest(".na-area, .na-tile");
    if (area) said.textContent = area.getAttribute("aria-label") ?? area.title;
  };
  // The outline of the area in focus is drawn above its neighbours, which would else hide half of it.
  const ring = map.querySelector("[data-na-ring]");
  const draw = (event) => {
    const area = event.type === "focusin" && event.target.closest(".na-area");
    ring.setAttribute("d", area ? area.querySelector("path").getAttribute("d") : "");
  };
  map.addEventListener("focusin", draw);
  map.addEventListener("focusout", draw);
  map.addEventListener("focusin", tell);
  map.addEventListener("pointerover", tell);
}
for (const table of document.querySelectorAll("table[data-na-sortable]")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const names = new Intl.Collator("sv");

  // sorting: a button in each heading that can be sorted by
  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const compare = (kind, a, b) => (kind === "number" ? Number(a) - Number(b) : names.compare(a, b));
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    if (!heading.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "na-sort";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = heading.getAttribute("aria-sort") !== "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      const known = rows.filter((row) => value(row, column) !== "");
      const unknown = rows.filter((row) => value(row, column) === ""); // what is not known comes last either way
      known.sort((a, b) => (up ? 1 : -1) * compare(heading.dataset.sort, value(a, column), value(b, column)));
      body.append(...known, ...unknown);
    });
  });

  // choosing: words, position and county
  const form = document.createElement("form");
  form.className = "na-filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Välj bland kommunerna");
  const field = (label, control) => {
    const wrap = document.createElement("div");
    const name = Object.assign(document.createElement("label"), { textContent: label });
    control.id = name.htmlFor = `na-filter-${form.childElementCount}`;
    wrap.append(name, control);
    form.append(wrap);
    return control;
  };
  const choice = (label, all, options) => {
    const select = document.createElement("select");
    select.append(new Option(all, ""), ...options.map((option) => new Option(option, option)));
    return field(label, select);
  };
  const standing = (row) => upper(row.cells[1].firstElementChild.textContent.trim());
  const timing = (row) => upper(row.cells[4].dataset.word ?? "");
  const inOrder = (words) => [...new Set(words)].sort(names.compare);
  const byPlace = (column, word) => {
    // the words of a column in the order of their closed list
    const places = new Map(rows.map((row) => [word(row), row.cells[column].dataset.value]).filter(([name]) => name));
    return [...places].sort((a, b) => Number(a[1] || 99) - Number(b[1] || 99)).map(([name]) => name);
  };
  const upper = (text) => text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
  const words = field("Sök kommun", Object.assign(document.createElement("input"), { type: "search" }));
  const stand = choice("Ställning", "Alla", byPlace(1, standing));
  const time = choice("Svarstid", "Alla", byPlace(4, timing));
  const county = choice("Län", "Alla", inOrder(rows.map((row) => row.dataset.county)));
  const told = document.createElement("p");
  told.className = "na-quiet";
  told.setAttribute("role", "status");
  const show = () => {
    const wanted = words.value.trim().toLocaleLowerCase("sv");
    let shown = 0;
    for (const row of rows) {
      const fits =
        row.cells[0].textContent.toLocaleLowerCase("sv").includes(wanted) &&
        (!stand.value || standing(row) === stand.value) &&
        (!time.value || timing(row) === time.value) &&
        (!county.value || row.dataset.county === county.value);
      row.hidden = !fits;
      shown += fits;
    }
    told.textContent = `${shown} av ${rows.length} kommuner visas`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(told);
  table.parentElement.before(form);
  show();
}
