import type { CaseEvent } from "@amends/core/events";
import { day } from "./log-arbitrary.js";

/** The metrics by their definitions, over a whole list held in memory, for a log in which no case is taken up after it was closed. */
export function naiveService(log: readonly CaseEvent[], asOf: number) {
  const time = ({ at }: CaseEvent) => Date.parse(at);
  const rank = ["received", "customer_replied", "replied", "note_added", "resolved", "reopened", "abandoned", "rated"];
  const ids = new Set(log.filter(({ caseId }) => caseId.startsWith("C-")).map(({ caseId }) => caseId));
  const cases = [...ids].map((id) =>
    log
      .filter(({ caseId }) => caseId === id)
      .sort((one, other) => time(one) - time(other) || rank.indexOf(one.kind) - rank.indexOf(other.kind)),
  );
  const figures = { cases: 0, responses: [] as number[], handled: [] as number[], stars: [] as number[], resolved: 0, judged: 0, open: 0 };
  const repeat = { repeated: 0, total: 0 };
  for (const events of cases) {
    const stars = events.filter(({ kind }) => kind === "rated").at(-1)?.rating;
    if (typeof stars === "number") figures.stars.push(stars);
    const received = events.find(({ kind }) => kind === "received");
    if (received === undefined) continue;
    figures.cases += 1;
    const reply = events.find(
      (event) => event.kind === "replied" && event.by !== "bot" && !event.tags?.includes("greeting_only") && time(event) >= time(received),
    );
    if (reply !== undefined) figures.responses.push(time(reply) - time(received));
    const handled = events.filter(({ handleSeconds }) => typeof handleSeconds === "number");
    if (handled.length > 0) figures.handled.push(handled.reduce((sum, { handleSeconds }) => sum + (handleSeconds ?? 0), 0));
    const status = events.findLast(({ kind }) => ["resolved", "abandoned", "reopened"].includes(kind))?.kind;
    const isOver = status === "resolved" || status === "abandoned";
    if (isOver || asOf - time(received) > 14 * day) figures.judged += 1;
    else figures.open += 1;
    if (status === "resolved") figures.resolved += 1;
    const resolutions = events.filter(({ kind }) => kind === "resolved").map(time);
    if (resolutions.length === 0 || Math.max(...resolutions) + 7 * day > asOf) continue;
    repeat.total += 1;
    const known = (list: readonly CaseEvent[]) => list.findLast(({ issueType }) => issueType)?.issueType;
    const isRelated = (other: readonly CaseEvent[]) => {
      if (other === events) return true;
      if (other[0]?.customer !== received.customer) return false;
      if (other[0]?.order && received.order) return other[0].order === received.order;
      return known(events) !== undefined && known(other) === known(events);
    };
    const contacts = cases
      .filter(isRelated)
      .flat()
      .filter(({ kind, tags }) => ["received", "customer_replied", "reopened"].includes(kind) && !tags?.includes("thanks_only"));
    if (contacts.some((contact) => resolutions.some((at) => time(contact) > at && time(contact) <= at + 7 * day))) repeat.repeated += 1;
  }
  return { ...figures, ...repeat };
}

/** The lanes by their definitions, for parcels that aren't taken up after they ended. */
export function naiveLanes(log: readonly CaseEvent[], asOf: number) {
  const lanes = new Map<string, { parcels: number; days: number[]; lost: number; inTransit: number }>();
  const ids = new Set(log.filter(({ caseId }) => caseId.startsWith("P-")).map(({ caseId }) => caseId));
  for (const id of ids) {
    const events = log.filter(({ caseId }) => caseId === id);
    const shipped = events.find(({ kind }) => kind === "order_shipped");
    const lane = events[0]?.lane;
    if (shipped === undefined || !lane) continue;
    const sum = lanes.get(lane) ?? { parcels: 0, days: [], lost: 0, inTransit: 0 };
    lanes.set(lane, sum);
    sum.parcels += 1;
    const last = events
      .filter(({ kind }) => kind !== "order_shipped")
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || (one.kind < other.kind ? -1 : 1))
      .at(-1);
    const transit = (last === undefined ? asOf : Date.parse(last.at)) - Date.parse(shipped.at);
    if (last?.kind === "lost" || (last === undefined && transit > 60 * day)) sum.lost += 1;
    else if (last === undefined) sum.inTransit += 1;
    else sum.days.push(transit / day);
  }
  return lanes;
}
