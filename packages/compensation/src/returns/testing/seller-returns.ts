/** A seller who takes back anything for so many days. */
export const seller = (days: number, wayBack = "seller") => ({
  pack: "seller/returns",
  version: "1.0.0",
  facts: [
    {
      id: "shop.returns",
      value: {
        kind: "right",
        because: "We take back what you don't like.",
        reasons: "any",
        window: { from: "delivery", within: { days } },
        exceptions: [],
        conditions: [],
        wayBack,
        gives: ["refund"],
      },
      source: "our return terms",
      confidence: "A",
      verifiedAt: "2026-11-21",
    },
  ],
});
