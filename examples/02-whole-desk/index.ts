import { createDesk } from "@amends/desk";

const desk = createDesk();

const decided = desk.handle({
  id: "C-1",
  now: "2026-03-03T15:00:00Z",
  ticket: { channel: "email", text: "My order is 45 days late. I want my money back!", createdAt: "2026-03-03T15:00:00Z" },
  customer: { country: "US", zone: "America/New_York", orders: 6, complaints: 0 },
  order: { id: "O-1001", total: { amount: "89.90", currency: "USD" }, placedAt: "2026-01-15T10:00:00Z" },
  shipment: { lane: "CN-US", shippedAt: "2026-01-17T10:00:00Z", laneAverageDays: 12 },
});

const { classification, sla, assignment, remedies, reply, followUps } = decided;
console.log("what   ", classification?.issueType, classification?.sentiment, classification?.urgency);
console.log("by when", sla?.firstResponse?.dueAt, "because", sla?.firstResponse?.rule);
console.log("who    ", assignment?.handler, assignment?.tier, assignment?.priority);
if (remedies !== undefined && "choices" in remedies) {
  for (const { remedy, gives, cost } of remedies.choices)
    console.log("offer  ", remedy, JSON.stringify(gives), cost === null ? "" : `${cost.amount} ${cost.currency}`);
}
console.log("follow ", followUps?.map(({ day }) => `day ${day}`).join(", "));
console.log(`\n${reply?.text}`);
