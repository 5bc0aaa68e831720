import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { leadsToFolder } from "./leads-to-folder.js";

/** The files below a folder whose names end so, sorted; no `node_modules` and nothing whose name begins with a dot. */
export async function findSourcePaths(folder: string, endings: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  await walk(folder, (name) => endings.some((ending) => name.endsWith(ending)), new Set(), found);
  return found;
}

/** Follows links, and never twice into the same folder, so that a link to a folder above comes to an end. */
async function walk(folder: string, isSource: (name: string) => boolean, seen: Set<string>, found: string[]): Promise<void> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const { name } = entry;
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    // A link that leads nowhere is found to be unreadable when it is read, if it is a policy at all.
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path));
    if (isFolder) await walk(path, isSource, seen, found);
    else if (isSource(name)) found.push(path);
  }
}
