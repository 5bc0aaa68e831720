import { expect, it } from "vitest";
import { findingsAtMost, firstFindings } from "./first-findings.js";

const finding = (index: number) => ({ code: "pack_invalid", message: `fault ${index}` });

it("is all where there are few, and a note stands behind the first where there are more", () => {
  const all = Array.from({ length: findingsAtMost }, (_, index) => finding(index));
  expect(firstFindings(all)).toEqual(all);
  expect(firstFindings([...all, finding(-1)])).toEqual([...all, expect.objectContaining({ code: "too_many_findings" })]);
});

it("asks for no more than tells whether there are more", () => {
  let asked = 0;
  function* endless() {
    for (;;) yield finding((asked += 1));
  }
  expect(firstFindings(endless())).toHaveLength(findingsAtMost + 1);
  expect(asked).toBe(findingsAtMost + 1);
});
