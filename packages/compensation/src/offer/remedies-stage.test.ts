import { describe, expect, it } from "vitest";
import { remedyCatalogue } from "../remedies/remedy-catalogue.js";
import { createRemediesStage, remediesStage, stageWith } from "./remedies-stage.js";

const remedies = [{ ...remedyCatalogue.gift, kind: "tree" }];

describe("the stage with a host's own remedies", () => {
  it("reads and writes what the standard one does", () => {
    const { name, reads, writes, policies, decisions } = createRemediesStage({ remedies });
    const { name: standard } = remediesStage;
    expect({ name, reads, writes, decisions }).toEqual({
      name: standard,
      reads: remediesStage.reads,
      writes: remediesStage.writes,
      decisions: remediesStage.decisions,
    });
    expect(policies).toEqual(remediesStage.policies);
  });

  it("is made once for each list, and is the standard one without", () => {
    expect(stageWith(remedies)).toBe(stageWith(remedies));
    expect(stageWith([...remedies])).not.toBe(stageWith(remedies));
    for (const none of [undefined, null, []]) expect(stageWith(none)).toBe(remediesStage);
    expect(createRemediesStage()).toBe(remediesStage);
  });

  it("takes one remedy for a list of one, and refuses what is none", () => {
    expect(stageWith(remedies[0]).facts["offer.remedies"].words).toContain("tree");
    for (const wrong of ["tree", 3, true]) expect(() => stageWith(wrong)).toThrow(/remedies\[0\]\.kind/);
  });
});
