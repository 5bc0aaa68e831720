import { existsSync, readdirSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, join } from "node:path";

/** So long nothing must have happened before a change counts as done. */
const quiet = 100;

/**
 * Says when something in the folders of the paths may have changed. Each folder is watched by itself, and new ones as they come, since
 * not every system can watch a folder with all below it.
 */
export function watchFolders(paths: readonly string[], onChange: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const add = (folder: string): void => {
    if (closed || watchers.has(folder)) return;
    try {
      const watcher = watch(folder, () => changed());
      // A folder that is removed ends its watcher.
      watcher.on("error", () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      return;
    }
    for (const entry of foldersIn(folder)) add(entry);
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const folder of watchers.keys()) if (!existsSync(folder)) drop(folder);
      roots.forEach(addAll);
      onChange();
    }, quiet);
  };
  const addAll = (folder: string): void => {
    add(folder);
    for (const entry of foldersIn(folder)) addAll(entry);
  };

  const roots = (paths.length === 0 ? ["."] : paths).map((path) =>
    existsSync(path) && statSync(path).isDirectory() ? path : dirname(path),
  );
  roots.forEach(addAll);
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const folder of watchers.keys()) drop(folder);
    },
  };
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
