import fc from "fast-check";
import { countingIds } from "@amends/core/contracts";
import { carrierClaimOutcomes, carrierClaimStates, parseCaseFile } from "@amends/core/model";
import { toMinorUnits } from "@amends/core/money";
import { describe, expect, it } from "vitest";
import { carrierReceivable } from "./carrier-receivable.js";
import { carrierClaimMoves, moveCarrierClaim, openCarrierClaim, payAhead, type CarrierClaimMove } from "./move-carrier-claim.js";

const day = (number: number) => Date.UTC(2026, 1, number);
const usd = (amount: string) => ({ amount, currency: "USD" });
const draft = openCarrierClaim({ newId: countingIds("CC-"), carrier: "dhl_express", reason: "lost", amount: usd("89.90"), at: day(2) });
const paid = { key: "5d41", at: day(2), amount: usd("89.90") };
const filed = moveCarrierClaim(payAhead(draft, paid), { to: "filed", at: day(3) });
const approved = moveCarrierClaim(filed, { to: "approved", at: day(10), amount: usd("52.00") });
const settled = (amount: string) => moveCarrierClaim(approved, { to: "paid", at: day(20), amount: usd(amount), key: "wire-1" });

describe("a claim", () => {
  it("goes from draft to paid, each state with its instant, and is a claim of a case", () => {
    const recovered = settled("89.90");
    expect(recovered.history.map(({ state, at }) => [state, at])).toEqual([
      ["draft", "2026-02-02T00:00:00Z"],
      ["filed", "2026-02-03T00:00:00Z"],
      ["approved", "2026-02-10T00:00:00Z"],
      ["paid", "2026-02-20T00:00:00Z"],
    ]);
    expect(recovered).toMatchObject({ number: "CC-1", approved: usd("52.00"), recoveries: [{ key: "wire-1", amount: usd("89.90") }] });
    const closed = moveCarrierClaim(recovered, { to: "closed", outcome: "recovered", at: day(21) });
    expect(moveCarrierClaim(closed, { to: "closed", outcome: "recovered", at: day(21) })).toBe(closed);
    const caseFile = { ticket: { channel: "email" as const }, carrierClaim: closed };
    expect(parseCaseFile(caseFile)).toBe(caseFile);
  });

  it("is asked for information by a date, and appeals", () => {
    const asked = moveCarrierClaim(filed, { to: "info_requested", at: day(5), dueAt: "2026-02-12T00:00:00Z" });
    expect(asked.dueAt).toBe("2026-02-12T00:00:00Z");
    const rejected = moveCarrierClaim(asked, { to: "rejected", at: day(8), because: "badly packed" });
    expect(rejected.dueAt).toBeUndefined();
    expect(moveCarrierClaim(rejected, { to: "appealed", at: day(9) }).state).toBe("appealed");
    expect(moveCarrierClaim(filed, { to: "info_requested", at: day(5) }).dueAt).toBeUndefined();
    expect(moveCarrierClaim(filed, { to: "approved", at: day(5) }).approved).toBeUndefined();
  });

  it("takes the money in parts, each once, until it is closed", () => {
    const first = settled("52.00");
    const part = { to: "paid", at: day(20), amount: usd("37.90"), key: "wire-2" } as const;
    const second = moveCarrierClaim(first, part);
    expect(second.recoveries.map(({ key }) => key)).toEqual(["wire-1", "wire-2"]);
    expect(carrierReceivable(second)?.state).toBe("settled");
    expect(moveCarrierClaim(second, { ...part, at: day(25) })).toBe(second);
    expect(moveCarrierClaim(first, { ...part, at: day(25) }).recoveries.at(-1)?.at).toBe("2026-02-25T00:00:00Z");
    expect(() => moveCarrierClaim(second, { ...part, amount: usd("1.00") })).toThrow("was 37.90 USD before");
    const closed = moveCarrierClaim(second, { to: "closed", outcome: "recovered", at: day(26) });
    expect(moveCarrierClaim(closed, { to: "paid", at: day(20), amount: usd("52.00"), key: "wire-1" })).toBe(closed);
    expect(() => moveCarrierClaim(closed, { ...part, key: "wire-3" })).toThrow("what is closed takes no more payments");
  });

  it("is told again of what it knows, however late, and takes up what is new of where it stands", () => {
    expect(moveCarrierClaim(approved, { to: "filed", at: day(3) })).toBe(approved);
    expect(moveCarrierClaim(approved, { to: "approved", at: day(10), amount: usd("52.00") })).toBe(approved);
    expect(moveCarrierClaim(approved, { to: "approved", at: day(11), amount: usd("60.00") })).toEqual({
      ...approved,
      approved: usd("60.00"),
    });
    const asked = moveCarrierClaim(filed, { to: "info_requested", at: day(5) });
    expect(moveCarrierClaim(asked, { to: "info_requested", at: day(5), dueAt: "2026-02-12T00:00:00Z" }).dueAt).toBe("2026-02-12T00:00:00Z");
    expect(moveCarrierClaim(filed, { to: "rejected", at: day(5), dueAt: "2026-02-12T00:00:00Z" }).dueAt).toBe("2026-02-12T00:00:00Z");
  });

  it.each<[string, () => unknown, string]>([
    [
      "a state it doesn't lead to",
      () => moveCarrierClaim(draft, { to: "approved", at: day(3) }),
      "what is draft doesn't become approved; expected one of filed, closed",
    ],
    [
      "recovered with something open",
      () => moveCarrierClaim(settled("52.00"), { to: "closed", outcome: "recovered", at: day(21) }),
      "doesn't end as recovered; expected one of written_off",
    ],
    [
      "written off before it was filed",
      () => moveCarrierClaim(draft, { to: "closed", outcome: "written_off", at: day(3) }),
      "expected one of withdrawn",
    ],
    [
      "recovered without money",
      () => moveCarrierClaim(filed, { to: "closed", outcome: "recovered", at: day(4) }),
      "expected one of written_off, withdrawn",
    ],
    [
      "another end",
      () =>
        moveCarrierClaim(moveCarrierClaim(draft, { to: "closed", outcome: "withdrawn", at: day(3) }), {
          to: "closed",
          outcome: "written_off",
          at: day(3),
        }),
      "expected nothing: it is over",
    ],
    [
      "money ahead once closed",
      () => payAhead(moveCarrierClaim(draft, { to: "closed", outcome: "withdrawn", at: day(3) }), paid),
      "it is closed",
    ],
  ])("refuses %s", (_what, run, message) => {
    expect(run).toThrow(expect.objectContaining({ code: "carrier_claim_move_illegal", message: expect.stringContaining(message) }));
  });

  it("counts a payment once, and refuses to change it or its currency", () => {
    expect(payAhead(payAhead(draft, paid), paid).advances).toHaveLength(1);
    expect(() => payAhead(payAhead(draft, paid), { ...paid, amount: usd("1.00") })).toThrow(
      expect.objectContaining({ code: "carrier_claim_payment_changed" }),
    );
    expect(() => payAhead(payAhead(draft, paid), { ...paid, key: "other", amount: { amount: "1.00", currency: "EUR" } })).toThrow(
      /USD|EUR/,
    );
  });
});

describe("carrierReceivable", () => {
  it("says who owes what since when, until it is settled or given up", () => {
    expect(carrierReceivable(draft)).toBeNull();
    expect(carrierReceivable({ advances: [] })).toBeNull();
    const since = "2026-02-02T00:00:00Z";
    expect(carrierReceivable(filed)).toMatchObject({ debtor: "dhl_express", claim: "CC-1", since, open: usd("89.90"), state: "open" });
    expect(carrierReceivable(settled("52.00"))).toMatchObject({ recovered: usd("52.00"), open: usd("37.90"), state: "open" });
    const given = moveCarrierClaim(settled("52.00"), { to: "closed", outcome: "written_off", at: day(21) });
    expect(carrierReceivable(given)).toMatchObject({ open: usd("0.00"), writtenOff: usd("37.90"), state: "written_off" });
    expect(carrierReceivable(settled("100.00"))).toMatchObject({ open: usd("0.00"), surplus: usd("10.10"), state: "settled" });
    const early = payAhead(filed, { key: "before", at: day(1), amount: usd("1.00") });
    expect(carrierReceivable(early)).toMatchObject({ since: "2026-02-01T00:00:00Z", paid: usd("90.90") });
    expect(carrierReceivable({ advances: [{ key: "k", at: since, amount: usd("1.00") }] })).toMatchObject({ debtor: null, claim: null });
  });

  it("never loses money, whatever is tried: paid = recovered + open + written off − surplus", () => {
    const cents = fc.integer({ min: 0, max: 20_000 }).map((minor) => usd((minor / 100).toFixed(2)));
    const attempt = fc.record({
      to: fc.constantFrom(...carrierClaimStates, "ahead" as const),
      outcome: fc.constantFrom(...carrierClaimOutcomes),
      at: fc.integer({ min: 2, max: 60 }),
      key: fc.constantFrom("a", "b", "c", "d"),
      amount: cents,
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 25 }), (attempts) => {
        let claim = draft;
        const [ahead, back] = [new Map<string, bigint>(), new Map<string, bigint>()];
        for (const { to, outcome, at, key, amount } of attempts) {
          try {
            const before = claim;
            claim =
              to === "ahead"
                ? payAhead(claim, { key, at: day(at), amount })
                : moveCarrierClaim(claim, { to, outcome, at: day(at), key, amount } as CarrierClaimMove);
            const list = to === "ahead" ? ahead : to === "paid" && claim !== before ? back : undefined;
            if (list !== undefined && !list.has(key)) list.set(key, toMinorUnits(amount));
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/^carrier_claim_(move_illegal|payment_changed)$/) });
          }
        }
        for (const [index, { state }] of claim.history.entries()) {
          const next = claim.history[index + 1];
          if (next !== undefined) expect(carrierClaimMoves(state)).toContain(next.state);
        }
        const receivable = carrierReceivable(claim);
        if (receivable === null) {
          expect(ahead.size).toBe(0);
          return;
        }
        const sum = (list: Map<string, bigint>) => [...list.values()].reduce((total, minor) => total + minor, 0n);
        const { paid: out, recovered, open, writtenOff, surplus } = receivable;
        expect(toMinorUnits(out)).toBe(sum(ahead));
        expect(toMinorUnits(recovered)).toBe(sum(back));
        expect(toMinorUnits(out)).toBe(toMinorUnits(recovered) + toMinorUnits(open) + toMinorUnits(writtenOff) - toMinorUnits(surplus));
        for (const part of [open, writtenOff, surplus]) expect(toMinorUnits(part) >= 0n).toBe(true);
        expect(receivable.state === "open").toBe(toMinorUnits(open) > 0n);
      }),
    );
  });
});
