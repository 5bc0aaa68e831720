import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackFiles } from "@amends/rule-tools";
import { expect, it } from "vitest";
import { workspacePackages } from "../scripts/workspace-packages.mjs";

const files = workspacePackages().flatMap(({ folder }) => {
  const root = join(folder, "packs");
  const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: "utf8" }) : [];
  return names
    .filter((name) => name.endsWith(".pack.json"))
    .map((name) => ({ path: join(root, name), text: readFileSync(join(root, name), "utf8") }));
});

it("finds nothing wrong with the standard packs on the day they were verified", () => {
  expect(files.length).toBeGreaterThan(5);
  expect(checkPackFiles(files, { today: "2026-11-22" })).toEqual([]);
});
