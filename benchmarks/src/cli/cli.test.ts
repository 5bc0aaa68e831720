import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classificationStage } from "@amends/core/classify";
import { checkPolicyText } from "@amends/core/rules";
import { expect, it } from "vitest";
import { generatePolicyFiles } from "./generate-policy-files.js";
import { timeProcesses } from "./time-process.js";

it("generates policies without fault, the same every time, and tests beside them", () => {
  const folder = mkdtempSync(join(tmpdir(), "amends-benchmarks-"));
  try {
    generatePolicyFiles(folder, 3, 4);
    const files = readdirSync(folder).toSorted();
    expect(files.filter((name) => name.endsWith(".policy.json"))).toHaveLength(3);
    const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
    for (const [index, name] of files.entries()) {
      if (name.endsWith(".policy.json")) expect(checkPolicyText(texts[index] ?? "", { stage: classificationStage }).findings).toEqual([]);
      else expect((JSON.parse(texts[index] ?? "") as { tests: unknown[] }).tests).toHaveLength(4);
    }
    generatePolicyFiles(folder, 3, 4);
    expect(files.map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(texts);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("times processes that succeed and tells why others fail", () => {
  const [fine, failing] = timeProcesses([
    { name: "fine", args: ["-e", "0"], runs: 2 },
    { name: "failing", args: ["-e", "console.error('out of order'); process.exit(3)"], runs: 2 },
  ]);
  expect(fine?.milliseconds).toBeGreaterThan(0);
  expect(failing).toMatchObject({ failure: "out of order" });
  expect(failing?.milliseconds).toBeUndefined();
});
