// Reads minutes and examines documents with the archive's own Python, in the visitor's browser: the file leaves it for nowhere.
// Nothing is fetched before the first call but a list of what there is (lagg-till/python.json).

export const LARGEST = 25_000_000; // bytes of a file: minutes with scanned pages seldom have a tenth of it
const LONGEST = 120_000; // milliseconds for one task, as on the command line (importers/bounded.py); what comes before it is not counted

const SAID = {
  fetch: "Det som läser filen kunde inte hämtas. Kontrollera att du är ansluten till internet och försök igen.",
  start: "Det som läser filen kunde inte startas. Försök igen, eller använd en nyare webbläsare.",
  read: {
    python: "Filen kunde inte läsas: den är skadad, eller kräver för mycket minne. Klistra in texten i stället.",
    slow: "Filen tog mer än två minuter att läsa och avbröts. Är den hel? Dela den, eller klistra in texten i stället.",
  },
  examine: {
    python: "Texten kunde inte granskas här. Den granskas när förslaget har skickats.",
    slow: "Texten tog mer än två minuter att granska, så det avbröts. Den granskas när förslaget har skickats.",
  },
  large: (bytes) =>
    `Filen är för stor (${Math.ceil(bytes / 1e6)} MB; högst ${LARGEST / 1e6} MB läses). Dela den, eller klistra in texten i stället.`,
  stopped: "Läsningen avbröts.",
  gone: "Filen kunde inte öppnas. Välj den på nytt.",
};

const lists = new Map(); // by the site's root, what can be fetched: asked for once
let worker = null;
let waiting = new Map(); // by id, the tasks that the worker has
let last = 0;

// Whether this site and this browser can read files. `base` is the address of the site's root.
export async function pythonAvailable(base) {
  return typeof WebAssembly === "object" && typeof Worker === "function" && (await list(base)).available === true;
}

// How many megabytes the first call fetches, at most; 0 where there is no Python.
export async function pythonMegabytes(base) {
  const { available, bytes } = await list(base);
  return available ? Math.ceil(bytes / 1e6) : 0;
}

// The drafts of minutes, as `drafts_of` in adding/browser.py tells them. `file` is a File, or {name, bytes}; `given` is what the user
// says of it: {municipality, body, url}, each of them may be left out. `onProgress(part, words)`: part from 0 to 1.
// Throws an Error whose message is a Swedish sentence.
export async function readMinutes(file, given, base, onProgress = () => {}) {
  const size = file.size ?? file.bytes.byteLength;
  if (size > LARGEST) throw new Error(SAID.large(size));
  const bytes = file.bytes ?? (await opened(file));
  const { municipality, body, url } = given ?? {};
  const result = await ask({ task: "read", name: file.name, bytes, municipality, body, url }, base, onProgress, "Läser filen");
  if (result.fel) throw new Error(result.fel);
  return result;
}

// Whether Python has been loaded, so that asking it costs nothing.
export const pythonRuns = () => worker !== null;

// Ends whatever Python is doing.
export function stopPython() {
  if (worker) end(() => SAID.stopped);
}

// What the rules say of a document, as `examined` in adding/browser.py tells it. `path` is its place in the documents folder.
export async function examine(path, text, base, onProgress = () => {}) {
  return ask({ task: "examine", path, text }, base, onProgress, "Granskar");
}

async function list(base) {
  const address = new URL("lagg-till/python.json", base).href;
  if (!lists.has(address)) lists.set(address, fetch(address).then((response) => (response.ok ? response.json() : {})));
  try {
    return await lists.get(address);
  } catch {
    lists.delete(address); // a network that was gone may be back
    return {};
  }
}

async function opened(file) {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new Error(SAID.gone); // a file that was moved after it was chosen
  }
}

function ask(task, base, onProgress, words) {
  return new Promise((resolve, reject) => {
    const id = ++last;
    try {
      worker ??= started();
    } catch {
      reject(new Error(SAID.start)); // a browser without modules in workers
      return;
    }
    waiting.set(id, { name: task.task, resolve, reject, onProgress, words, timer: null });
    worker.postMessage({ ...task, id, base });
  });
}

function started() {
  const made = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  made.onmessage = ({ data: told }) => {
    if (made === worker) heard(told);
  };
  made.onerror = (event) => {
    event.preventDefault();
    if (made === worker) end(() => SAID.fetch); // it could not even be started
  };
  return made;
}

function heard(told) {
  if (told.id === undefined) {
    for (const task of waiting.values()) task.onProgress(told.part * 0.9, told.words);
    return;
  }
  const task = waiting.get(told.id);
  if (told.begun) {
    task.onProgress(0.9, task.words);
    task.timer = setTimeout(() => end((name) => SAID[name].slow), LONGEST);
  } else if (told.failed) {
    end((name) => SAID[told.failed] ?? SAID[name][told.failed]);
  } else {
    clearTimeout(task.timer);
    waiting.delete(told.id);
    task.onProgress(1, "Klart");
    task.resolve(told.result);
  }
}

// Python that has failed once is not trusted again: the next call starts it anew.
function end(sentence) {
  worker.terminate();
  worker = null;
  const left = waiting;
  waiting = new Map();
  for (const task of left.values()) {
    clearTimeout(task.timer);
    task.reject(new Error(sentence(task.name)));
  }
}
