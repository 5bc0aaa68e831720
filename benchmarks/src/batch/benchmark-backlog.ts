import { issueTypes, type Agent, type CaseFile, type SlaStatus } from "@amends/core/model";
import { RandomSequence } from "../random-sequence.js";

/** Tickets that wait, and everybody who could take them. */
export interface Backlog {
  readonly cases: readonly CaseFile[];
  readonly roster: readonly Agent[];
  readonly calendars: NonNullable<CaseFile["calendars"]>;
}

const now = Date.UTC(2026, 2, 3, 14);
const languages = ["en", "de", "fr", "es", "ja", "zh", "nl", "pt"];
const productLines = ["audio", "video", "lighting"];
const minute = 60_000;

/** A backlog of a Tuesday afternoon, the same every time. */
export function benchmarkBacklog(tickets: number, agents: number): Backlog {
  const random = new RandomSequence(17);
  return {
    cases: Array.from({ length: tickets }, (_, index) => ticket(random, index)),
    roster: Array.from({ length: agents }, (_, index) => agent(random, index)),
    calendars: {
      office: { zone: "UTC", hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["09:00", "18:00"]]])) },
    },
  };
}

function agent(random: RandomSequence, index: number): Agent {
  return {
    id: `agent-${index}`,
    team: `team-${index % 8}`,
    zone: random.pick(["Europe/Berlin", "America/New_York", "Africa/Lagos", "Asia/Shanghai"], [4, 4, 2, 1]),
    calendar: "office",
    languages: [
      { code: random.pick(languages), level: random.whole(3, 5) },
      { code: "en", level: random.whole(3, 5) },
    ],
    skills: random.sample(issueTypes, 4),
    productLines: random.sample(productLines, 2),
    tier: random.pick(["L2", "L3"], [4, 1]),
    capacity: random.whole(6, 12),
    load: random.whole(0, 5),
    status: random.pick(["available", "away"], [9, 1]),
    regions: [random.pick(["EU", "NORTH_AMERICA", "ASIA_PACIFIC"])],
  };
}

function ticket(random: RandomSequence, index: number): CaseFile {
  const at = (minutes: number) => new Date(now + minutes * minute).toISOString();
  return {
    id: `C-${index}`,
    now: at(0),
    ticket: { channel: "email", language: random.pick(languages, [8, 3, 2, 2, 1, 1, 2, 1]), createdAt: at(-random.whole(1, 240)) },
    customer: { country: random.pick(["DE", "US", "JP", "FR", "NL"]) },
    order: { items: [{ productLine: random.pick(productLines) }] },
    bot: { failed: true },
    classification: {
      stage: "after_sales",
      issueType: random.pick(issueTypes),
      sentiment: random.pick(["neutral", "negative", "angry"], [5, 3, 1]),
      intensity: 0.3,
      urgency: random.pick(["urgent", "high", "normal", "low"], [1, 3, 10, 4]),
      complexity: random.pick(["simple", "medium", "complex"], [3, 5, 2]),
      isComplaint: random.chance(0.1),
      highPriority: false,
      highPriorityReasons: [],
      signals: [],
      extracted: { orderIds: [], trackingNumbers: [], amounts: [], dates: [] },
      evidence: [],
      alternatives: [],
      margin: 3,
      policies: [],
      rules: [],
      missing: [],
    },
    sla: dueAt(at(random.whole(1, 240))),
  };
}

function dueAt(at: string): SlaStatus {
  const target = { within: "PT4H", warnAfter: null, dueAt: at, clock: "calendar", calendar: "default", zone: "UTC", rule: "" } as const;
  return {
    firstResponse: { ...target, percent: null, lost: [], byHandler: { bot: null, human: null } },
    resolution: null,
    updates: null,
    offHours: false,
    autoReply: null,
    zonesVersion: "",
    policies: [],
    rules: [],
    missing: [],
  };
}
