// The files of the index, each fetched once. One that cannot be fetched is an error, and never «nothing».

const UNREACHED = "En del av arkivets index kunde inte hämtas, så träffar kan saknas. Kontrollera att du är ansluten till internet och försök igen.";
const kept = new Map();

// What the reader is told: `told` says that the message is a sentence for them.
export class Failure extends Error {
  told = true;
}

// What is told of a file that could not be fetched; `cause` says why, for the console.
export const unreached = (cause) => new Failure(UNREACHED, { cause });

// The content of a JSON file; its name must tell what it holds, for it is not asked for again. Throws a Failure.
export function json(address) {
  if (!kept.has(address)) {
    const coming = asked(address);
    coming.catch(() => kept.delete(address));
    kept.set(address, coming);
  }
  return kept.get(address);
}

async function asked(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return await answer.json();
  } catch (error) {
    throw unreached(error);
  }
}
