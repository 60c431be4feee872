// Elements made of values. What comes from a document or an address becomes text and attributes, never HTML.

/** An element with attributes (null and false leave one out, true gives an empty one) and children: elements or text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button that does something when it is pressed. */
export function button(text, attributes, pressed) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", pressed);
  return made;
}

/** Parts of a text, those that hit what was searched for marked. */
export function marked(parts) {
  return (parts ?? []).map((part) => (part.mark ? element("mark", {}, part.text) : document.createTextNode(part.text)));
}
