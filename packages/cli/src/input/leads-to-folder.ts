import { statSync } from "node:fs";

/** Whether a folder stands at a path; what is wrong with a path is said by whoever reads it. */
export function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
