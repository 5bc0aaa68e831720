import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmendsError } from "../errors/base-error.js";
import { createAuditRecord, type AuditRecord } from "./audit-record.js";
import { hashOf } from "./hash-of.js";
import { verifyChain } from "./verify-chain.js";

function chainOf(bodies: readonly Record<string, unknown>[], start: string | null = null): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (const body of bodies) records.push(createAuditRecord({ body: { ...body }, previous: records.at(-1)?.hash ?? start }));
  return records;
}

const four = chainOf([{ id: "C-1" }, { id: "C-2" }, { id: "C-3", note: undefined }, { id: "C-4" }]);
const [first, second, third, fourth] = four as [AuditRecord, AuditRecord, AuditRecord, AuditRecord];

describe("createAuditRecord", () => {
  it("hashes body and previous together", () => {
    expect(first).toEqual({ id: "C-1", previous: null, hash: hashOf({ id: "C-1", previous: null }) });
    expect(second.previous).toBe(first.hash);
    expect(createAuditRecord({ body: { id: "C-1" }, previous: second.hash }).hash).not.toBe(first.hash);
  });

  it("refuses reserved members, a previous that is no hash, and what JSON can't hold", () => {
    expect(() => createAuditRecord({ body: { hash: "x", previous: null }, previous: "abc" })).toThrow(
      /body\.previous[^]*body\.hash[^]*64 lower-case/,
    );
    expect(() => createAuditRecord({ body: { at: new Date(0) }, previous: null })).toThrow(AmendsError);
  });
});

describe("verifyChain", () => {
  it("holds for a whole chain, also after a round trip through JSON", () => {
    expect(verifyChain(four)).toEqual({ ok: true });
    expect(verifyChain(JSON.parse(JSON.stringify(four)) as unknown[], { head: fourth.hash })).toEqual({ ok: true });
    expect(verifyChain([])).toEqual({ ok: true });
    expect(verifyChain([third, fourth], { previous: second.hash })).toEqual({ ok: true });
  });

  it.each<[string, unknown[], object | undefined, object]>([
    ["altered content", [first, { ...second, id: "C-9" }, third, fourth], undefined, { at: 1, reason: "altered" }],
    ["an added member", [first, { ...second, extra: 1 }], undefined, { at: 1, reason: "altered" }],
    ["a member JSON can't hold", [{ ...first, id: 1n }], undefined, { at: 0, reason: "altered" }],
    ["a relinked record", [first, second, { ...third, previous: first.hash }], undefined, { at: 2, reason: "altered" }],
    [
      "content altered and hashed anew",
      [first, createAuditRecord({ body: { id: "C-9" }, previous: first.hash }), third],
      undefined,
      { at: 2, reason: "missing" },
    ],
    ["a record removed", [first, third, fourth], undefined, { at: 1, reason: "missing" }],
    ["the first record removed", [second, third], undefined, { at: 0, reason: "missing" }],
    ["another start", [first], { previous: fourth.hash }, { at: 0, reason: "missing" }],
    ["two records swapped", [first, third, second, fourth], undefined, { at: 1, reason: "reordered" }],
    ["a record repeated", [first, second, second, third], undefined, { at: 2, reason: "reordered" }],
    ["a second start", [first, second, first], undefined, { at: 2, reason: "reordered" }],
    ["the end cut off", [first, second], { head: fourth.hash }, { at: 2, reason: "truncated" }],
    ["everything removed", [], { head: fourth.hash }, { at: 0, reason: "truncated" }],
    ["no record", [first, null], undefined, { at: 1, reason: "malformed" }],
    ["a record without hash", [{ id: "C-1", previous: null }], undefined, { at: 0, reason: "malformed" }],
    ["a hash that is none", [{ ...first, hash: "x" }], undefined, { at: 0, reason: "malformed" }],
  ])("shows %s", (_name, records, options, expected) => {
    expect(verifyChain(records, options)).toMatchObject({ ok: false, ...expected });
  });

  it("shows any one change, removal before the end, or swap", () => {
    const chains = fc
      .uniqueArray(fc.record({ id: fc.string(), score: fc.integer() }), { minLength: 3, maxLength: 8, selector: hashOf })
      .map((bodies) => chainOf(bodies));
    fc.assert(
      fc.property(chains, fc.nat(), (chain, one) => {
        const head = chain.at(-1)?.hash;
        expect(verifyChain(chain, { head })).toEqual({ ok: true });
        const left = one % chain.length;
        const changed = chain.map((record, index) => (index === left ? { ...record, score: Number(record["score"]) + 1 } : record));
        expect(verifyChain(changed)).toMatchObject({ ok: false, at: left, reason: "altered" });
        expect(verifyChain(chain.toSpliced(left, 1), { head }).ok).toBe(false);
        const next = (left + 1) % chain.length;
        const swapped = chain.map((record, index) => (index === left ? chain[next] : index === next ? chain[left] : record));
        expect(verifyChain(swapped)).toMatchObject({ ok: false, at: Math.min(left, next), reason: "reordered" });
      }),
    );
  });
});
