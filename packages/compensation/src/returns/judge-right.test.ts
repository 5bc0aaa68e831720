import { describe, expect, it } from "vitest";
import type { CaseFile } from "@amends/core/model";
import { asked, judge } from "./testing/judged-return.js";
import { country, law, right } from "./testing/own-law.js";

describe("a right", () => {
  it("tells all of itself", () => {
    const told = judge(asked(), law(right({ sendBack: { days: 3 }, refund: { from: "received", within: { days: 5 } } })));
    expect(told).toMatchObject({
      status: "eligible",
      latest: { until: "2026-03-15", fact: "no.right" },
      wayBack: { paidBy: "buyer", fact: "no.right" },
      lost: [],
      missing: [],
      asked: { on: "2026-03-08", from: "returnRequest.requestedAt", zone: "UTC" },
    });
    expect(told.by).toMatchObject({
      fact: "no.right",
      grantedBy: "law",
      status: "eligible",
      reason: null,
      because: "It may go back.",
      until: "2026-03-15",
      untilAt: "2026-03-16T00:00:00Z",
      openEnded: false,
      forReason: false,
      wayBack: "buyer",
      gives: ["refund"],
      subjectTo: [],
      source: "the text of no.right",
      confidence: "B",
    });
  });

  it("is asked for when the buyer asked, else when the buyer wrote, else now", () => {
    const from = (change: Partial<CaseFile>) => judge(change, law(right())).asked;
    expect(from(asked())).toMatchObject({ on: "2026-03-08", from: "returnRequest.requestedAt" });
    expect(from({ returnRequest: { reason: "change_of_mind" } })).toMatchObject({ on: "2026-03-08", from: "ticket.createdAt" });
    expect(from({ ticket: { channel: "email" } })).toMatchObject({ on: "2026-03-10", from: "now" });
  });

  it("holds on its last day and not on the next", () => {
    const status = (requestedAt: string) => judge(asked({ requestedAt }), law(right()));
    expect(status("2026-03-15T23:59:59Z").status).toBe("eligible");
    const over = status("2026-03-16T00:00:00Z");
    expect(over).toMatchObject({ status: "not", by: null, latest: null, wayBack: null, missing: [] });
    expect(over.lost).toMatchObject([{ reason: "window_over", because: expect.stringContaining("it was open until 2026-03-15") }]);
    expect(judge(asked(), law(right({ window: { from: "delivery", within: null } })))).toMatchObject({
      by: { openEnded: true, until: null, untilAt: null },
      latest: null,
    });
  });

  it("is for the reasons it names, and says so", () => {
    const of = (reason: "faulty" | "change_of_mind" | undefined, reasons: unknown = ["faulty"]) =>
      judge(
        { returnRequest: { ...(reason === undefined ? {} : { reason }), requestedAt: "2026-03-08T12:00:00Z" } },
        law(right({ reasons })),
      );
    expect(of("faulty").by).toMatchObject({ forReason: true });
    expect(of("faulty", "any").by).toMatchObject({ forReason: false });
    expect(of("change_of_mind")).toMatchObject({
      status: "not",
      lost: [{ reason: "other_reason", because: expect.stringContaining("not for change_of_mind") }],
    });
    expect(of(undefined)).toMatchObject({ status: "unknown", missing: ["returnRequest.reason"] });
    expect(of(undefined, "any").status).toBe("eligible");
    const claimed = judge({ claim: { issueType: "quality_defect" } }, law(right({ reasons: ["faulty"] })));
    expect(claimed.by?.forReason).toBe(true);
    expect(judge({ claim: { issueType: "payment_failure" } }, law(right({ reasons: ["faulty"] }))).missing).toEqual([
      "returnRequest.reason",
    ]);
  });

  it("that needs a major failure asks how bad it is", () => {
    const of = (failure?: "major" | "minor" | null) =>
      judge(asked({ reason: "faulty", ...(failure === undefined ? {} : { failure }) }), law(right({ onlyMajorFailure: true })));
    expect(of("major").status).toBe("eligible");
    expect(of("minor")).toMatchObject({
      status: "not",
      lost: [{ reason: "minor_failure", because: expect.stringContaining("the failure is minor") }],
    });
    for (const unsaid of [undefined, null]) expect(of(unsaid)).toMatchObject({ status: "unknown", missing: ["returnRequest.failure"] });
  });

  it("that holds without terms asks whether there are any", () => {
    const of = (returnTermsStated?: boolean | null) =>
      judge({ ...asked(), order: returnTermsStated === undefined ? {} : { returnTermsStated } }, law(right({ onlyWithoutTerms: true })));
    expect(of(false).status).toBe("eligible");
    expect(of(true)).toMatchObject({ status: "not", lost: [{ reason: "terms_stated" }] });
    for (const unsaid of [undefined, null]) expect(of(unsaid)).toMatchObject({ status: "unknown", missing: ["order.returnTermsStated"] });
  });

  it("whose way back depends on what the buyer was told asks for that", () => {
    const of = (withdrawalInformed?: boolean | null) =>
      judge(
        { ...asked(), order: withdrawalInformed === undefined ? {} : { withdrawalInformed } },
        law(right({ wayBack: "buyer_if_told" })),
      );
    expect(of(true)).toMatchObject({ wayBack: { paidBy: "buyer" }, missing: [] });
    expect(of(false)).toMatchObject({ wayBack: { paidBy: "seller" }, missing: [] });
    for (const unsaid of [undefined, null])
      expect(of(unsaid)).toMatchObject({ status: "eligible", wayBack: { paidBy: "buyer" }, missing: ["order.withdrawalInformed"] });
    expect(judge(asked(), law(right({ wayBack: "buyer" }))).missing).toEqual([]);
    expect(judge(asked(), law(right({ wayBack: "seller" }))).wayBack?.paidBy).toBe("seller");
  });

  it("with exceptions and conditions asks for the state of the goods", () => {
    const of = (value: object, state: object = {}, traits?: string[]) =>
      judge(
        {
          order: { items: [{ sku: "A", ...(traits === undefined ? {} : { traits }) }] } as never,
          ...asked({ items: [{ sku: "A", ...state }] }),
        },
        law(right(value)),
      );
    const exceptions = [{ trait: "perishable" }];
    expect(of({ exceptions })).toMatchObject({ status: "eligible", missing: ["order.items[0].traits"] });
    expect(of({ exceptions }, {}, [])).toMatchObject({ status: "eligible", missing: [] });
    expect(of({ exceptions }, {}, ["perishable"])).toMatchObject({ status: "not", missing: [] });
    expect(of({ exceptions: [] })).toMatchObject({ status: "eligible", missing: [] });
    const conditions = ["unused", "unopened", "complete"];
    expect(of({ conditions })).toMatchObject({
      status: "eligible",
      by: { subjectTo: conditions },
      missing: ["returnRequest.items[0].used", "returnRequest.items[0].opened", "returnRequest.items[0].complete"],
    });
    expect(of({ conditions }, { used: false, opened: false, complete: true })).toMatchObject({
      status: "eligible",
      by: { subjectTo: [] },
      missing: [],
    });
    expect(of({ conditions }, { used: true, opened: false, complete: true })).toMatchObject({ status: "not", lost: [{ subjectTo: [] }] });
    expect(of({ conditions }, { used: false, opened: false, complete: false }).status).toBe("not");
    expect(of({ conditions }, { used: false, complete: null }).by?.subjectTo).toEqual(["unopened", "complete"]);
  });

  it("is of the item that was asked for, wherever it is in the order", () => {
    const order = {
      items: [
        { sku: "A", traits: ["perishable"] },
        { sku: "B", quantity: 2 },
      ],
    } as never;
    const exceptions = [{ trait: "perishable" }];
    const second = judge({ order, ...asked({ items: [{ sku: "B", quantity: 1 }] }) }, law(right({ exceptions })));
    expect(second.items).toMatchObject([{ sku: "B", quantity: 1, status: "eligible", missing: ["order.items[1].traits"] }]);
    const unknown = judge({ order, ...asked({ items: [{ sku: "C" }] }) }, law(right({ exceptions })));
    expect(unknown.items).toMatchObject([{ sku: "C", quantity: null, missing: ["order.items[0].traits"] }]);
    const all = judge({ order, ...asked() }, law(right({ exceptions })));
    expect(all.items.map(({ sku, quantity, status }) => [sku, quantity, status])).toEqual([
      ["A", null, "not"],
      ["B", 2, "eligible"],
    ]);
    expect(all.status).toBe("eligible");
    expect(judge({ order: null, ...asked(), customer: { country, zone: "UTC" } }, law(right())).items).toHaveLength(1);
  });
});
