import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runWalkthrough, walkthroughPage } from "../scripts/walkthrough/run-walkthrough.js";

it("the guide's walk-through shows what its commands print (npm run walkthrough)", async () => {
  const page = readFileSync(walkthroughPage, "utf8");
  expect(page.match(/^npx amends /gm)?.length).toBeGreaterThanOrEqual(8);
  expect(await runWalkthrough(page)).toBe(page);
});
