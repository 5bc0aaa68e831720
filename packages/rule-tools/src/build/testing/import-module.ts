import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { LoadedModule } from "./load-module.js";

const folder = mkdtempSync(join(tmpdir(), "amends-build-"));
mkdirSync(join(folder, "node_modules/@amends"), { recursive: true });
symlinkSync(resolve("packages/core"), join(folder, "node_modules/@amends/core"), "dir");
let written = 0;

/** Imports a module as anybody would. */
export async function importModule(code: string): Promise<LoadedModule> {
  const file = join(folder, `module-${(written += 1)}.mjs`);
  writeFileSync(file, code);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as LoadedModule;
}
