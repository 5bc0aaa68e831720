import { expect, it } from "vitest";
import { partsOf, readCommandLine } from "./command-line.js";

it("measures everything unless something is asked for", () => {
  expect(partsOf(readCommandLine([]), "rules")).toEqual([]);
  expect(partsOf(readCommandLine(["--only", "cli"]), "rules")).toBeUndefined();
  expect(partsOf(readCommandLine(["--only", "rules/keyed", "--only", "rules/memory"]), "rules")).toEqual(["keyed", "memory"]);
  expect(partsOf(readCommandLine(["--only", "rules", "--only", "rules/keyed"]), "rules")).toEqual([]);
});

it("reads a look and engines by name", () => {
  expect(readCommandLine(["--quick", "--engines", "CEL,zen-engine"])).toMatchObject({ quick: true, engines: ["CEL", "zen-engine"] });
  expect(() => readCommandLine(["--fast"])).toThrow("--fast");
});
