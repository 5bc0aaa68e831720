import { describe, expect, it } from "vitest";
import { explainPaymentFailure } from "./explain-payment-failure.js";
import { codeKey, codeWord, failureFacts } from "./failure-pack.js";
import { paymentFailureFacts } from "./payment-failure-facts.js";

const now = Date.UTC(2026, 2, 3, 15);
const fact = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: "our bank",
  confidence: "A",
  verifiedAt: "2026-03-01",
  ...more,
});
const host = (...facts: object[]) => ({ paymentFailures: { pack: "ours", version: "1.0.0", facts } });
const code = (codes: string[], reason = "expired_card", more: object = {}) => ({
  kind: "code",
  gateway: "ourbank",
  codes,
  reason,
  ...more,
});
const gateway = (more: object = {}) =>
  fact("ours.gateway", { kind: "gateway", gateway: "ourbank", name: "Our Bank", aliases: ["the_bank"], ...more });
const explain = (failureCode: string, packs: object, at: number | undefined = now, name = "ourbank") =>
  explainPaymentFailure({ gateway: name, failureCode }, { packs, ...(at === undefined ? {} : { now: at }) } as never);

describe("codes", () => {
  it("are compared without case and without whatever is neither letter nor digit", () => {
    expect(["  3D Not--Authenticated! ", "__A.b__", "51", "\tR0\n", "§§", "a__b"].map(codeWord)).toEqual([
      "3d_not_authenticated",
      "a_b",
      "51",
      "r0",
      "",
      "a_b",
    ]);
    expect(codeKey("visa", " R0 ")).toBe("visa r0");
  });

  it("are found by any way to write them, of a gateway by any of its names", () => {
    const packs = host(gateway(), fact("ours.expired", code(["E-1", "expired card"])));
    for (const [written, name] of [
      ["e 1", "ourbank"],
      ["EXPIRED  CARD", "The Bank"],
      ["E-1", " OURBANK "],
    ] as const) {
      expect(explain(written, packs, now, name)).toMatchObject({
        status: "known",
        gateway: "ourbank",
        fact: "ours.expired",
        reason: "expired_card",
      });
    }
    expect(explain("E-2", packs).status).toBe("unknown");
    expect(explain("E-1", packs, now, "another")).toMatchObject({ status: "unknown", gateway: "another" });
  });

  it("whose reason no fact describes are unknown, and say so", () => {
    expect(explain("E-1", host(gateway(), fact("ours.odd", code(["E-1"], "moonlight"))))).toMatchObject({
      status: "unknown",
      gateway: "ourbank",
      reason: "unknown",
      agent: 'The fact "ours.odd" names the reason "moonlight", of which no fact says anything.',
      missing: ["packs.paymentFailures"],
    });
  });

  it("keep the gateway's own advice on trying again", () => {
    const retry = { helps: "later", after: "PT2H", atMost: { times: 2, within: "P1D" } };
    expect(explain("E-1", host(gateway(), fact("ours.later", code(["E-1"], "expired_card", { retry })))).retry).toEqual({
      helps: "later",
      after: "PT2H",
      notBefore: "2026-03-03T17:00:00Z",
      once: null,
      atMost: { times: 2, within: "P1D" },
    });
  });
});

describe("facts with dates", () => {
  const dated = (more: object) => host(gateway(), fact("ours.dated", code(["E-1"]), more));
  const day = (text: string) => Date.parse(`${text}T12:00:00Z`);

  it("hold from their first day to their last, at whatever time they are asked again", () => {
    const packs = dated({ effectiveFrom: "2026-02-01", effectiveTo: "2026-02-28" });
    const status = (text: string) => explain("E-1", packs, day(text)).status;
    expect(["2026-01-30", "2026-02-02", "2026-02-27", "2026-03-02", "2026-02-02"].map(status)).toEqual([
      "unknown",
      "known",
      "known",
      "unknown",
      "known",
    ]);
  });

  it.each([{ effectiveFrom: "2020-01-01" }, { effectiveTo: "2036-01-01" }])(
    "of %j are open where nobody says the day, which is then missing",
    (dates) => {
      const packs = dated(dates);
      expect(explain("E-1", packs)).toMatchObject({ status: "known" });
      expect(explainPaymentFailure({ gateway: "ourbank", failureCode: "E-1" }, { packs })).toMatchObject({
        status: "unknown",
        missing: ["now"],
        agent: 'What the code "E-1" of Our Bank means depends on the day, which the context doesn\'t say.',
      });
      const unheard = explainPaymentFailure({ gateway: "ourbank", failureCode: "E-9" }, { packs });
      expect(unheard.missing).toEqual(["packs.paymentFailures"]);
    },
  );

  it("that are over leave a code that nobody describes, not one of which the day would tell", () => {
    expect(explain("E-1", dated({ effectiveTo: "2026-01-01" }))).toMatchObject({ status: "unknown", missing: ["packs.paymentFailures"] });
  });

  it("are told apart by each of them that is in force, not by how many", () => {
    const packs = host(
      gateway(),
      fact("ours.before", code(["E-1"], "expired_card"), { effectiveTo: "2026-02-28" }),
      fact("ours.after", code(["E-1"], "insufficient_funds"), { effectiveFrom: "2026-03-01" }),
    );
    expect(["2026-02-02", "2026-03-15", "2026-02-02"].map((text) => explain("E-1", packs, day(text)).reason)).toEqual([
      "expired_card",
      "insufficient_funds",
      "expired_card",
    ]);
    const standard = failureFacts({ now });
    expect(failureFacts({ now: now + 1 })).toBe(standard);
    expect(failureFacts({ now, packs: { paymentFailures: null } })).toBe(standard);
  });
});

describe("a pack of failures", () => {
  const reason = { kind: "reason", reason: "ours", category: "funds", actor: "buyer", confidential: false, agent: "Look." };
  const refused = (value: object) => () => explain("E-1", host(fact("ours.odd", value)));

  it("is refused where a duration is none", () => {
    const retry = (more: object) => ({ ...reason, retry: { helps: "later", ...more } });
    expect(refused(retry({ after: "a day" }))).toThrow(/must be a duration, such as "PT24H"/);
    expect(refused(retry({ atMost: { times: 1, within: "a day" } }))).toThrow(/retry\.atMost\.within/);
    expect(refused(retry({ atMost: { times: 0, within: "P1D" } }))).toThrow(/retry\.atMost\.times/);
    expect(refused(retry({ once: "" }))).toThrow(/retry\.once/);
    expect(refused(retry({ after: "PT24H", atMost: { times: 1, within: "P1D" } }))).not.toThrow();
  });

  it.each(["Expired card", "expired__card", "_expired", "expired_", "expired-card", ""])("is refused with %j for a word", (word) => {
    expect(refused({ ...reason, reason: word, retry: { helps: "now" } })).toThrow(/must be lower-case words joined by _/);
  });

  it.each(["fraud", "Stolen", "suspect", "suspicious", "RISK", "blacklist", "blocklist", "black list", "block list"])(
    "is refused where the buyer would read of %j",
    (word) => {
      const buyer = { template: "ours", says: `Your card is on the ${word} table.` };
      expect(refused({ ...reason, retry: { helps: "now" }, buyer })).toThrow(/must not tell the buyer that somebody suspects them/);
    },
  );

  it("can't be used where nothing says what every declined payment says", () => {
    const never = host(gateway(), fact("declined", code(["E-1"])));
    expect(() => explain("E-9", never)).toThrow(
      expect.objectContaining({
        code: "pack_invalid",
        message: 'The pack "paymentFailures" can\'t be used: no fact of the kind "declined" is in force',
        findings: [
          {
            code: "pack_invalid",
            message: 'no fact of the kind "declined" is in force',
            path: "packs.paymentFailures.facts",
            fix: "add one without dates",
          },
        ],
      }),
    );
  });
});

describe("facts of a failed payment", () => {
  const packs = host(gateway(), fact("ours.dated", code(["E-1"]), { effectiveFrom: "2026-03-01" }));
  const facts = paymentFailureFacts({ packs });
  const read = (payment: object | null, at = now) => {
    const sources = { now: at, zones: undefined, parameter: () => undefined, context: undefined } as never;
    return Object.values(facts).map(({ derive }) => derive?.({ payment }, sources));
  };

  it("are read at the time that policies are asked, by the host's pack", () => {
    const known = explain("E-1", packs);
    expect(read({ gateway: "ourbank", failureCode: "E-1" })).toEqual([
      "expired_card",
      known.category,
      known.actor,
      known.retry.helps,
      known.buyer.template,
      false,
    ]);
    expect(read({ gateway: "ourbank", failureCode: "E-1" }, Date.UTC(2026, 0, 1))[0]).toBe("unknown");
  });

  it("are there with a gateway or a code alone, unknown, and absent without either", () => {
    for (const payment of [{ gateway: "ourbank" }, { failureCode: "E-1" }]) {
      expect(read(payment)).toEqual(["unknown", undefined, undefined, "unknown", "payment_declined", false]);
    }
    for (const payment of [null, {}, { gateway: "", failureCode: "" }])
      expect(read(payment)).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});
