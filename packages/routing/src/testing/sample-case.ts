import type { Agent, CaseFile, Classification, ClockState, SlaStatus } from "@amends/core/model";

/** A classification that asks for a human and for nothing else in particular. */
export const ordinary: Classification = {
  stage: "after_sales",
  issueType: "logistics_delay",
  sentiment: "neutral",
  intensity: 0.2,
  urgency: "normal",
  complexity: "medium",
  isComplaint: false,
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
};

/** A case at an instant, written in a language. */
export function caseIn(language: string | undefined, given: Partial<CaseFile> & { readonly is?: Partial<Classification> } = {}): CaseFile {
  const { is, ...rest } = given;
  return {
    now: "2026-03-03T15:00:00Z",
    ticket: { channel: "email", ...(language === undefined ? {} : { language }) },
    classification: { ...ordinary, ...is },
    ...rest,
  };
}

/** A specialist who is at work and has room. */
export function agent(id: string, given: Partial<Agent> = {}): Agent {
  return { id, team: "team", languages: [{ code: "en", level: 4 }], tier: "L2", capacity: 5, load: 0, status: "available", ...given };
}

/** Nine to six, Monday to Friday. */
export const week = {
  mon: [["09:00", "18:00"]],
  tue: [["09:00", "18:00"]],
  wed: [["09:00", "18:00"]],
  thu: [["09:00", "18:00"]],
  fri: [["09:00", "18:00"]],
} satisfies Record<string, [string, string][]>;

/** A deadline of the first response, and where its clock stands. */
export function dueAt(at: string, given: { readonly state?: ClockState; readonly resolution?: ClockState } = {}): SlaStatus {
  const target = {
    within: "PT1H",
    warnAfter: null,
    dueAt: at,
    clock: "calendar" as const,
    calendar: "default",
    zone: "UTC",
    rule: "",
    percent: null,
    lost: [],
  };
  return {
    firstResponse: {
      ...target,
      ...(given.state === undefined ? {} : { state: given.state }),
      byHandler: { bot: null, human: null },
    },
    resolution: given.resolution === undefined ? null : { ...target, state: given.resolution },
    updates: null,
    offHours: false,
    autoReply: null,
    zonesVersion: "",
    policies: [],
    rules: [],
    missing: [],
  };
}
