// Python in a thread of its own, so that the page answers while a file is read. python.js starts it, and ends it when it takes too long.
//
// In:  {id, base, task: "read", name, bytes, municipality, body, url} or {id, base, task: "examine", path, text}
// Out: {part, words} on the way there (part: of all that is to be fetched, from 0 to 1), {id, begun} when Python starts on a task, then
//      {id, result} with what adding/browser.py gives, or {id, failed: "fetch" | "start" | "python"}.

const ROOT = "/arkivet"; // the folder that Python sees the registers and recommendations in

class FetchError extends Error {
  failed = "fetch";
}

class StartError extends Error {
  failed = "start";
}

let python = null; // the promise of it: two tasks at once start it once

self.onmessage = async ({ data: asked }) => {
  try {
    python ??= start(asked.base);
    const browser = await python;
    self.postMessage({ id: asked.id, begun: true });
    self.postMessage({ id: asked.id, result: JSON.parse(work(browser, asked)) });
  } catch (error) {
    console.error(error);
    self.postMessage({ id: asked.id, failed: error.failed ?? "python" });
  }
};

function work(browser, asked) {
  if (asked.task === "examine") return browser.examined(asked.path, asked.text, ROOT);
  const said = (value) => value || undefined; // undefined becomes None
  return browser.drafts_of(
    new Uint8Array(asked.bytes),
    asked.name,
    said(asked.municipality),
    said(asked.body),
    said(asked.url),
    ROOT,
  );
}

async function start(base) {
  const at = (address) => new URL(address, base).href;
  const parts = JSON.parse(new TextDecoder().decode(await fetched(at("lagg-till/python.json"))));
  const lost = counted(parts.bytes);
  const packed = Promise.all([...parts.wheels, ...parts.zips, parts.archive].map((address) => fetched(at(address))));
  packed.catch(() => {}); // it is awaited below; until then a failure is nobody's
  const runtime = await Promise.race([lost, begun(at(parts.index))]);
  const [archive, ...others] = (await packed).reverse();
  self.postMessage({ part: 1, words: "Startar" });
  const libraries = runtime.runPython("import sysconfig; sysconfig.get_path('purelib')");
  for (const zip of others) runtime.unpackArchive(zip, "zip", { extractDir: libraries });
  runtime.unpackArchive(archive, "zip", { extractDir: ROOT });
  return runtime.pyimport("namndarkivet.adding.browser");
}

async function begun(index) {
  let pyodide;
  try {
    pyodide = await import(`${index}pyodide.mjs`);
  } catch (error) {
    throw new FetchError(error);
  }
  try {
    return await pyodide.loadPyodide({ indexURL: index, stdout: () => {}, stderr: () => {} });
  } catch (error) {
    throw new StartError(error); // all of it came: the browser may be too old for it
  }
}

async function fetched(address) {
  let response;
  try {
    response = await fetch(address);
    if (response.ok) return await response.arrayBuffer();
  } catch (error) {
    throw new FetchError(error);
  }
  throw new FetchError(`${response.status} ${address}`);
}

// Every byte that arrives is counted, Pyodide's own too, so that the page can tell how far it is. The promise that it gives is
// rejected when something cannot be fetched, or fails where nobody waits for it: Pyodide itself then waits for ever.
function counted(total) {
  const original = self.fetch;
  let done = 0;
  return new Promise((_, lose) => {
    self.addEventListener("unhandledrejection", ({ reason }) => lose(new StartError(reason)));
    self.fetch = async (...asked) => {
      let response;
      try {
        response = await original(...asked);
      } catch (error) {
        lose(new FetchError(error));
        throw error;
      }
      if (!response.ok) lose(new FetchError(`${response.status} ${response.url}`));
      if (!response.body) return response;
      const counter = new TransformStream({
        transform(chunk, onward) {
          done += chunk.byteLength;
          self.postMessage({ part: Math.min(done / total, 1), words: "Hämtar" });
          onward.enqueue(chunk);
        },
      });
      return new Response(response.body.pipeThrough(counter), response);
    };
  });
}
