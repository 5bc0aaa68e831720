import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What a command writes and the repository doesn't hold. */
const generated = ["docs/api"];

it("CONTRIBUTING.md names only files that are there", () => {
  const paths = [...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/`((?:packages|scripts|tests|docs)\/[^`\s<*]+)`/g)].map(
    ([, path = ""]) => path,
  );
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path) && !generated.includes(path))).toEqual([]);
});
