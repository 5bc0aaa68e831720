/** A venue of no standard fact, so that its rules are those that a test names. */
export const venue = "bazaar";
const fact = (id: string, value: object, more: object = {}) => ({
  id: `bazaar.${id}`,
  value: { venues: [venue], because: `Rule ${id}.`, ...value },
  source: `the terms, ${id}`,
  confidence: "B",
  verifiedAt: "2026-01-01",
  ...more,
});

/** A deadline of that venue: the seller answers within two days. */
export const deadline = (id: string, value: object = {}, more: object = {}) =>
  fact(
    id,
    {
      kind: "deadline",
      duty: "answer",
      owedBy: "seller",
      states: ["requested", "escalated", "info_requested", "lost", "appealed"],
      from: ["dispute.requested", "ticket.createdAt"],
      within: { hours: 48 },
      ...value,
    },
    more,
  );

/** The papers that the venue wants to see. */
export const papers = (documents: object[]) => fact("papers", { kind: "documents", documents });

/** The venue's rules as a host hands them in. */
export const given = (...facts: object[]) => ({ packs: { "marketplace/disputes": { pack: "ours", version: "1.0.0", facts } } });
