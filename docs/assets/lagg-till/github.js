// GitHub's pages for a new or changed file: GitHub itself then makes the copy, the branch and the pull request.

/** Characters of an address that servers and browsers are sure to take. */
export const LONGEST = 6000;

/**
 * The page for a new file with its name and content filled in.
 * @param {string} project the repository's address, or a branch of a copy of it: …/tree/patch-1
 * @param {string} path the file's path in the documents folder
 * @param {string} text its content
 * @returns {{address: string, whole: boolean}} `whole` is false where the content had to be left out
 */
export function newFile(project, path, text) {
  const [repository, branch] = where(project);
  const at = `${repository}/new/${branch}`;
  const name = new URLSearchParams({ filename: `decisions/${path}` });
  const all = new URLSearchParams({ filename: `decisions/${path}`, value: text });
  const address = `${at}?${all}`;
  return address.length > LONGEST ? { address: `${at}?${name}`, whole: false } : { address, whole: true };
}

/** The page where a file is edited. */
export function editFile(project, path) {
  const [repository, branch] = where(project);
  return `${repository}/edit/${branch}/decisions/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** A branch's page; what stands after its name in the address is not looked at. */
const BRANCH = /^(?:https?:\/\/)?github\.com\/([A-Za-z0-9-]+)\/([\w.-]*\w[\w.-]*)\/tree\/([^\s/?#]+)\/?(?:[?#].*)?$/u;

/** Whether an address is a branch on GitHub. */
export const isBranch = (address) => BRANCH.test(address.trim());

function where(project) {
  const branch = BRANCH.exec(project.trim());
  return branch ? [`https://github.com/${branch[1]}/${branch[2]}`, branch[3]] : [project.replace(/\/+$/u, ""), "main"];
}
