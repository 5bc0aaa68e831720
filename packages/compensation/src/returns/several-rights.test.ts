import { describe, expect, it } from "vitest";
import type { returnEligibility } from "./return-eligibility.js";
import { asked, judge } from "./testing/judged-return.js";
import { country, law, pack, right, sourced } from "./testing/own-law.js";

describe("several rights", () => {
  const names = (returned: ReturnType<typeof returnEligibility>) => [returned.by?.fact ?? null, ...returned.lost.map(({ fact }) => fact)];

  it("go by the law first, then, of marketplace and seller, by the longer one", () => {
    const packs = {
      ...law(right({}, {}, "no.law")),
      "marketplace/returns": pack(right({ marketplaces: ["own_store"] }, {}, "no.market")),
      "seller/returns": pack(right({ window: { from: "delivery", within: { days: 60 } } }, {}, "no.shop")),
    };
    const told = judge(asked(), packs);
    expect(names(told)).toEqual(["no.law", "no.shop", "no.market"]);
    expect(told.latest).toEqual({ until: "2026-05-04", fact: "no.shop" });
  });

  it("of one grantor go by what suits the buyer: the reason, the end, who pays, the name", () => {
    const longer = right({ window: { from: "delivery", within: { days: 20 } } }, {}, "no.longer");
    expect(names(judge(asked(), law(right(), longer)))).toEqual(["no.longer", "no.right"]);
    const endless = right({ window: { from: "delivery", within: null } }, {}, "no.endless");
    expect(names(judge(asked(), law(longer, endless)))).toEqual(["no.endless", "no.longer"]);
    const paid = right({ wayBack: "seller" }, {}, "no.z_paid");
    expect(names(judge(asked(), law(right(), paid)))).toEqual(["no.z_paid", "no.right"]);
    expect(names(judge(asked(), law(paid, right())))).toEqual(["no.z_paid", "no.right"]);
    expect(names(judge(asked(), law(right({}, {}, "no.b"), right({}, {}, "no.a"), right({}, {}, "no.c"))))).toEqual([
      "no.a",
      "no.b",
      "no.c",
    ]);
  });

  it("have the seller pay the way back where any of them does", () => {
    const paid = right({ wayBack: "seller", window: { from: "delivery", within: { days: 5 } } }, {}, "no.paid");
    expect(judge(asked(), law(right(), paid))).toMatchObject({ by: { fact: "no.right" }, wayBack: { paidBy: "seller", fact: "no.paid" } });
  });

  it("include what the law says is no right", () => {
    const none = sourced("no.none", { kind: "no_right", because: "No law gives it.", countries: [country], reasons: ["change_of_mind"] });
    expect(judge(asked(), law(none))).toMatchObject({
      status: "not",
      missing: [],
      lost: [
        {
          fact: "no.none",
          grantedBy: "law",
          status: "not",
          reason: "no_right",
          because: "No law gives it.",
          until: null,
          untilAt: null,
          openEnded: false,
          forReason: false,
          wayBack: "buyer",
          gives: [],
          subjectTo: [],
          sendBack: null,
          refund: null,
          missing: [],
        },
      ],
    });
    expect(judge(asked({ reason: "faulty" }), law(none)).lost).toEqual([]);
  });

  it("that the law may give elsewhere ask where the goods went", () => {
    const nowhere = judge({ ...asked(), order: { shipTo: null } }, law(right()));
    expect(nowhere.status).toBe("unknown");
    expect(nowhere.missing).toContain("order.shipTo");
  });
});
