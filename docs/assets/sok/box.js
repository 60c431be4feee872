// The search field of every page: `/` goes to it, Escape leaves it, and on a phone a magnifier unfolds it.

const form = document.getElementById("na-find");
const way = document.getElementById("na-find-way");
const inHeader = form?.querySelector("input");
/** Where the focus was before `/` took it. */
let before = null;

if (form) {
  way?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    unfold();
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) fold(); });
  // An empty search is the search page; without a question mark that means nothing.
  form.addEventListener("submit", (event) => {
    if (inHeader.value.trim()) return;
    event.preventDefault();
    location.assign(form.action);
  });
}

addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const field = document.activeElement?.closest?.("[data-na-find]");
  if (event.key === "Escape" && field) leave(event, field);
  else if (event.key === "/" && !writing(event.target)) enter(event);
});

function enter(event) {
  const fields = [...document.querySelectorAll("main [data-na-find]"), inHeader];
  const field = fields.find((one) => one?.offsetParent) ?? (way?.offsetParent ? inHeader : null);
  if (!field) return;
  event.preventDefault();
  before = document.activeElement;
  if (field === inHeader) unfold();
  field.focus();
  field.select();
}

function leave(event, field) {
  event.preventDefault();
  const back = before?.isConnected && before !== document.body ? before : null;
  before = null;
  field.blur();
  fold();
  if (back) back.focus();
  else if (field === inHeader && way?.offsetParent) way.focus();
}

function unfold() {
  document.body.classList.add("na-finding");
  inHeader.focus();
}

function fold() {
  document.body.classList.remove("na-finding");
}

/** Whether a key pressed there writes something. */
function writing(target) {
  if (!(target instanceof Element)) return false;
  if (target.closest("textarea, select, [contenteditable]:not([contenteditable=false])")) return true;
  const input = target.closest("input");
  return Boolean(input) && !["checkbox", "radio", "button", "submit", "reset", "file", "range", "color"].includes(input.type);
}
