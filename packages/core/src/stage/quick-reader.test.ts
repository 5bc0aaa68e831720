import { describe, expect, it } from "vitest";
import { caseFacts } from "../facts/case-facts.js";
import { numberFact } from "../facts/define-fact.js";
import { Lacking } from "../facts/lacking.js";
import { readFact } from "../facts/read-fact.js";
import type { FactCatalogue, FactSources } from "../facts/fact-definition.js";
import type { CaseFile } from "../model/case-file.js";
import { intlZoneProvider } from "../time/intl-zone-provider.js";
import { quickReader, unread } from "./quick-reader.js";

const sources: FactSources = { now: 0, zones: intlZoneProvider, parameter: () => undefined, context: undefined };
const cases: readonly CaseFile[] = [
  {},
  { order: null, customer: { country: "", zone: "Asia/Tokyo", orders: null } },
  {
    id: "C-1",
    order: { placedAt: "2026-01-15T10:00:00.500+01:00", shipTo: "DE" },
    customer: Object.create({ vip: true }) as NonNullable<CaseFile["customer"]>,
    shipment: { deliveredAt: "never", shippedAt: "", events: [{ at: "2026-01-17T10:00:00Z", status: "customs" }], status: "lost" },
    claim: { issueType: "logistics_delay", photos: 2 },
  },
];

describe("quickReader", () => {
  it("reads what readFact reads", () => {
    const catalogue: FactCatalogue = { ...caseFacts };
    for (const caseFile of cases)
      for (const [name, definition] of [...Object.entries(catalogue), ["own.deep.member", undefined] as const]) {
        const quick = quickReader(name, definition)?.(caseFile, sources);
        if (quick === unread || definition?.kind === "money" || name === "now") continue;
        const reading = readFact(name, caseFile, catalogue, sources, undefined);
        expect([name, quick]).toEqual([name, "value" in reading ? reading.value : undefined]);
      }
  });

  it("tells of money whether it is there", () => {
    const total = quickReader("order.total", caseFacts["order.total"]);
    const found = [{}, { order: {} }, { order: { total: null } }, { order: { total: { amount: "1.00", currency: "EUR" } } }];
    expect(found.map((caseFile) => total?.(caseFile as CaseFile, sources))).toEqual([undefined, undefined, undefined, unread]);
  });

  it("leaves the time, and what lacks something of another name", () => {
    expect(quickReader("now", undefined)).toBeUndefined();
    const lacking = numberFact({ description: "A share.", example: 1, derive: () => new Lacking("rates.EUR-USD") });
    expect(quickReader("own.share", lacking)?.({}, sources)).toBe(unread);
  });
});
