import { performance } from "node:perf_hooks";
import { verifyChain } from "@amends/core/audit";
import { intakeMessage } from "@amends/core/intake";
import type { CaseFile } from "@amends/core/model";
import { createDesk, type Desk } from "@amends/desk";
import type { Arrival, EmailArrival, MessageArrival } from "../arrivals/arrival.js";
import { withLane, type Shop } from "../shop/read-shop.js";
import type { DecidedCase, DecidedDay } from "./decided-case.js";

/** Decides a day's arrivals one after the other, each with the clock standing at its arrival, and links their audit records. */
export async function decideDay(arrivals: readonly Arrival[], shop: Shop): Promise<DecidedDay> {
  let now = 0;
  const desk = createDesk({
    clock: () => now,
    roster: shop.roster,
    calendars: shop.calendars,
    adapters: { rates: { specVersion: "1", name: "rates-of-the-day", ratesFor: async () => shop.rates } },
  });
  const cases: DecidedCase[] = [];
  const milliseconds: number[] = [];
  let previous: string | null = null;
  for (const arrival of arrivals) {
    now = Date.parse(arrival.at);
    const startedAt = performance.now();
    const caseFile: CaseFile = await decide(desk, arrival, shop, previous);
    milliseconds.push(performance.now() - startedAt);
    previous = caseFile.audit?.hash ?? null;
    cases.push({ arrival, caseFile });
  }
  const auditChain = verifyChain(cases.map(({ caseFile }) => caseFile.audit)).ok;
  return { cases, auditChain, milliseconds, because: reasonsOfRules(desk) };
}

async function decide(desk: Desk, arrival: Arrival, shop: Shop, previous: string | null): Promise<CaseFile> {
  const link = { audit: { previous } } as Partial<CaseFile>;
  if (arrival.as === "email") return desk.handle({ ...openEmail(arrival, shop), ...link });
  if (arrival.as === "message") {
    const known = { ...withLane(arrival.known, shop.lanes), ...link, id: arrival.id };
    return desk.process(arrival.message, { ...sender(arrival), known });
  }
  return desk.handle({ rates: shop.rates, ...withLane(arrival.caseFile, shop.lanes), ...link });
}

/** An e-mail as a case: what intake reads from its text, its photos, and what the shop knows. */
function openEmail(arrival: EmailArrival, shop: Shop): Partial<CaseFile> {
  const { message, attachments } = arrival.received;
  const { caseFile } = intakeMessage(message, sender(arrival));
  const known = withLane(arrival.known, shop.lanes);
  const photos = attachments.filter(({ type }) => type.startsWith("image/")).length;
  return {
    ...caseFile,
    ...known,
    id: arrival.id,
    now: message.at,
    rates: shop.rates,
    ...(caseFile.ticket ? { ticket: { ...caseFile.ticket, ...(attachments.length === 0 ? {} : { attachments: [...attachments] }) } } : {}),
    ...(known.claim ? { claim: { ...known.claim, photos } } : {}),
  };
}

function sender({ customer, orders }: EmailArrival | MessageArrival) {
  return { ...(customer === null ? {} : { customer }), orders };
}

function reasonsOfRules(desk: Desk): ReadonlyMap<string, string> {
  const policies = desk.stages.flatMap((stage) => stage.policies);
  return new Map(policies.flatMap(({ policy, rules }) => rules.map((rule) => [`${policy}/${rule.name}`, rule.because ?? ""] as const)));
}
