import { expect, it } from "vitest";
import { AmendsError } from "./base-error.js";
import { InvalidCaseError } from "./invalid-case-error.js";
import { RefusalMemory } from "./refusal-memory.js";

const refusal = { code: "pack_invalid", message: "The pack can't be read.", findings: [{ code: "pack_invalid", message: "is missing" }] };

it("gives a new error for each time a refused object is asked about, whatever was done to the one before", () => {
  const memory = new RefusalMemory();
  const pack = {};
  const first = memory.refuse(pack, refusal);
  (first.findings as unknown[]).length = 0;
  first.message = "changed";
  const second = memory.refusalOf(pack);
  Object.assign(second?.findings[0] ?? {}, { message: "changed" });
  const third = memory.refusalOf(pack);
  expect(AmendsError.isInstance(third)).toBe(true);
  expect(third).not.toBe(second);
  expect({ code: third?.code, message: third?.message, findings: third?.findings }).toEqual(refusal);
});

it("keeps what was refused when its findings are changed behind it", () => {
  const memory = new RefusalMemory();
  const findings = [{ code: "pack_invalid", message: "is missing" }];
  const pack = {};
  memory.refuse(pack, { ...refusal, findings });
  findings.length = 0;
  expect(memory.refusalOf(pack)?.findings).toHaveLength(1);
});

it("knows an object by its identity alone, and nothing that is no object", () => {
  const memory = new RefusalMemory();
  memory.refuse({}, refusal);
  memory.refuse("a pack", refusal);
  for (const other of [{}, "a pack", null, undefined]) expect(memory.refusalOf(other)).toBeUndefined();
});

it("gives errors of the class that it is told", () => {
  const memory = new RefusalMemory(({ findings }) => new InvalidCaseError(findings));
  expect(InvalidCaseError.isInstance(memory.refuse({}, refusal))).toBe(true);
});
