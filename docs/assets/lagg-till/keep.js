// Keeps the draft in this browser, and only there, until it has been sent or is erased.

const name = () => `namndarkivet-utkast:${new URL("..", document.baseURI).pathname}`;

/** The draft that is kept, or null. What cannot be read is no draft. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(name()));
    return found?.sorter && typeof found.sorter === "object" ? found : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false where the browser does not let us (a private window, a full store). */
export function keep(draft) {
  try {
    localStorage.setItem(name(), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Tells when another tab keeps or forgets a draft: null when it forgot it. */
export function elsewhere(told) {
  addEventListener("storage", (event) => {
    if (event.key === name() || event.key === null) told(event.key === null ? null : event.newValue);
  });
}

/** Forgets the draft. */
export function forget() {
  try {
    localStorage.removeItem(name());
  } catch {
    // nothing was kept either
  }
}
