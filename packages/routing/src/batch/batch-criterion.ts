/** What counts against a ticket's place when a backlog is assigned at once. */
export const batchCriteria = ["fit", "fairness", "late", "relaxed", "queued"] as const;

/** One of {@link batchCriteria}. */
export type BatchCriterion = (typeof batchCriteria)[number];
