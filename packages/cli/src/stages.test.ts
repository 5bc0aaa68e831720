import { standardStages } from "@amends/desk";
import { expect, it } from "vitest";
import { loadStages, stageNames } from "./stages.js";

it("finds each stage of the standard desk under its name", async () => {
  expect(stageNames).toEqual(standardStages.map(({ name }) => name));
  expect((await loadStages()).map(({ name }) => name)).toEqual(stageNames);
  expect((await loadStages(["sla", "nothing"])).map(({ name }) => name)).toEqual(["sla"]);
});
