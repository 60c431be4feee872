// Keeps the draft in this browser, and only there, until it has been sent or is erased.

const name = () => `namndarkivet-utkast:${new URL("..", document.baseURI).pathname}`;

/** The draft that is kept, or null. What cannot be read is no draft. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(name()));
    return found && typeof found === "object" && found.sorter ? found : null;
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

/** Forgets the draft. */
export function forget() {
  try {
    localStorage.removeItem(name());
  } catch {
    // nothing was kept either
  }
}
