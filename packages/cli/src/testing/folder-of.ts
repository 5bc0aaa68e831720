import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder with nothing in it. */
export const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), "amends-check-")));

/** Files of a new folder, by their names. */
export function folderOf(files: Readonly<Record<string, string | Buffer | object>>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}
