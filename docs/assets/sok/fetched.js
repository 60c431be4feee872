// The files of the index, each fetched once. One that cannot be fetched is an error, and never «nothing».

const kept = new Map();

// The content of a JSON file; its name must tell what it holds, for it is not asked for again. Throws an Error.
export function json(address) {
  if (!kept.has(address)) {
    const coming = asked(address);
    coming.catch(() => kept.delete(address));
    kept.set(address, coming);
  }
  return kept.get(address);
}

async function asked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
