import { describe, expect, it } from "vitest";
import type { ContractCase } from "../contract-case.js";

/** The cases that fail, by their ids. */
export async function failing(cases: readonly ContractCase[]): Promise<string[]> {
  const outcomes = await Promise.all(
    cases.map(({ id, run }) =>
      run().then(
        () => [],
        () => [id],
      ),
    ),
  );
  return outcomes.flat();
}

/** Cases whose twins break a fault as well; the contract of marketplaces has tests of their own. */
const elsewhere = ["reply/sent", "refund/submitted"];

/** A sound adapter passes every case; each case that isn't a fault has a twin for which it alone fails. */
export function holds(name: string, sound: readonly ContractCase[], twins: Readonly<Record<string, () => readonly ContractCase[]>>): void {
  describe(`the contract of ${name}`, () => {
    it("passes for a sound adapter", async () => {
      expect(await failing(sound)).toEqual([]);
    });
    it("has a broken twin for each case", () => {
      const cases = sound.map(({ id }) => id).filter((id) => !id.includes("faults/") && !elsewhere.includes(id));
      expect(Object.keys(twins).toSorted()).toEqual(cases.toSorted());
    });
    for (const [id, twin] of Object.entries(twins)) {
      it(`fails for the twin that breaks ${id}, in that case alone`, async () => {
        expect(await failing(twin())).toEqual([id]);
      });
    }
  });
}
