// The keyboard on the search page: arrows go between the field and the hits, Escape goes back and then empties the field.

/** Listen below `root`. `more` is the button after the last hit; `clear()` empties the search. */
export function listen(root, field, list, more, clear) {
  root.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const links = [...list.querySelectorAll(".na-hit__title a")];
    const stops = more.offsetParent ? [...links, more] : links;
    const target = goal(event, stops, stops.indexOf(document.activeElement));
    if (!target) return;
    event.preventDefault();
    if (target === "clear") clear();
    else target.focus();
    if (target === field) field.select();
  });

  function goal(event, stops, at) {
    if (event.target === field) {
      if (event.key === "ArrowDown") return stops[0];
      return event.key === "Escape" && field.value ? "clear" : null;
    }
    if (at < 0) return event.key === "ArrowDown" && event.target.matches("#na-results-title") ? stops[0] : null;
    switch (event.key) {
      case "ArrowDown": return stops[at + 1] ?? stops[at];
      case "ArrowUp": return at ? stops[at - 1] : field;
      case "Home": return stops[0];
      case "End": return stops.at(-1);
      case "Escape": return field;
      default: return null;
    }
  }
}
