import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factPackSchema } from "@amends/core/packs";
import { expect, it } from "vitest";
import * as z from "zod";
import { standardPacks } from "./standard-packs.js";

it("are those of the folder, every one a pack", () => {
  const root = join(import.meta.dirname, "../../packs");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".pack.json"));
  const inFolder = files.map((name): unknown => JSON.parse(readFileSync(join(root, name), "utf8")));
  expect(standardPacks).toHaveLength(inFolder.length);
  expect(standardPacks).toEqual(expect.arrayContaining(inFolder));
  for (const pack of standardPacks) expect(factPackSchema(z.unknown()).safeParse(pack).success).toBe(true);
});
