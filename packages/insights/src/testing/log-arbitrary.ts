import type { CaseEvent } from "@amends/core/events";
import fc from "fast-check";

export const day = 86_400_000;
export const start = Date.UTC(2026, 0, 1);

/** A case is received once; everything else may come in any order. */
const caseKinds = ["replied", "customer_replied", "resolved", "reopened", "abandoned", "rated", "note_added"] as const;
const parcelKinds = ["delivered", "lost"] as const;

const instantText = (hours: number) => new Date(start + hours * 3_600_000).toISOString();

const caseEvent = fc.record({
  hours: fc.nat(90 * 24),
  kind: fc.constantFrom(...caseKinds),
  by: fc.constantFrom("bot" as const, "human" as const, undefined),
  tags: fc.constantFrom<string[] | undefined>(["greeting_only"], ["thanks_only"], undefined),
  rating: fc.integer({ min: 1, max: 5 }),
  handleSeconds: fc.option(fc.nat(3000), { nil: undefined }),
  team: fc.constantFrom("eu", "us", "", undefined),
  issueType: fc.constantFrom("logistics_delay" as const, "quality_defect" as const, undefined),
});

const oneCase = (index: number) =>
  fc
    .record({
      receivedAfter: fc.nat(90 * 24),
      customer: fc.constantFrom("U-1", "U-2", `U-of-C-${index}`),
      order: fc.constantFrom("O-1", "O-2", undefined),
      channel: fc.constantFrom("email" as const, "phone" as const),
      sku: fc.constantFrom("SKU-1", "SKU-2", "SKU-3", undefined),
      isComplaint: fc.constantFrom(true, false, undefined),
      isStartLogged: fc.boolean(),
      rest: fc.array(caseEvent, { maxLength: 6 }),
    })
    .map(({ receivedAfter, customer, order, channel, sku, isComplaint, isStartLogged, rest }): CaseEvent[] => {
      const common = { caseId: `C-${index}`, customer, order, channel, sku, isComplaint };
      const received = { ...common, id: `E-${index}`, kind: "received" as const, at: instantText(receivedAfter) };
      return [
        ...(isStartLogged ? [received] : []),
        ...rest.map(({ hours, ...event }, place) => ({
          ...common,
          ...event,
          id: `E-${index}-${place}`,
          at: instantText(receivedAfter + hours),
        })),
      ];
    });

const oneParcel = (index: number) =>
  fc
    .record({
      shippedAfter: fc.nat(120 * 24),
      lane: fc.constantFrom("CN-US", "CN-DE", undefined),
      promisedHours: fc.option(fc.nat(30 * 24), { nil: undefined }),
      isStartLogged: fc.boolean(),
      ends: fc.array(fc.record({ hours: fc.nat(60 * 24), kind: fc.constantFrom(...parcelKinds) }), { maxLength: 3 }),
    })
    .map(({ shippedAfter, lane, promisedHours, isStartLogged, ends }): CaseEvent[] => {
      const common = {
        caseId: `P-${index}`,
        lane,
        promisedAt: promisedHours === undefined ? undefined : instantText(shippedAfter + promisedHours),
      };
      return [
        ...(isStartLogged ? [{ ...common, kind: "order_shipped" as const, at: instantText(shippedAfter) }] : []),
        ...ends.map(({ hours, kind }) => ({ ...common, kind, at: instantText(shippedAfter + hours) })),
      ];
    });

const oneSale = (index: number) =>
  fc
    .record({
      hours: fc.nat(150 * 24),
      sku: fc.constantFrom("SKU-1", "SKU-2", "SKU-3"),
      category: fc.constantFrom("headphones", "cables"),
      orders: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ hours, ...sale }): CaseEvent[] => [
      { ...sale, id: `S-${index}`, caseId: `O-${index}`, kind: "order_paid", at: instantText(hours) },
    ]);

const several = (make: (index: number) => fc.Arbitrary<CaseEvent[]>) =>
  fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => make(index))));

/** A small log of cases, parcels and sales, in no order. */
export const anyLog: fc.Arbitrary<CaseEvent[]> = fc
  .tuple(several(oneCase), several(oneParcel), several(oneSale))
  .map((lists) => lists.flat(2));
