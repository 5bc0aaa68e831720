/** Norway is in no standard fact, so that its rights are those that a test names. */
export const country = "NO";

/** A fact with the source that every fact must name. */
export const sourced = (id: string, value: object, more: object = {}) => ({
  id,
  value,
  source: `the text of ${id}`,
  confidence: "B",
  verifiedAt: "2026-01-01",
  ...more,
});

/** A right to return anything within ten days of its delivery. */
export const right = (value: object = {}, more: object = {}, id = "no.right") =>
  sourced(
    id,
    {
      kind: "right",
      because: "It may go back.",
      countries: [country],
      reasons: "any",
      window: { from: "delivery", within: { days: 10 } },
      exceptions: [],
      conditions: [],
      wayBack: "buyer",
      gives: ["refund"],
      ...value,
    },
    more,
  );

/** Facts as a host hands them in. */
export const pack = (...facts: object[]) => ({ pack: "ours", version: "1.0.0", facts });

/** The law of that country, in place of none. */
export const law = (...facts: object[]) => ({ "law/returns": pack(...facts) });
