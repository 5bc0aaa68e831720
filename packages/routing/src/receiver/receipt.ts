import type { Assignment, AssignmentTarget } from "@amends/core/model";
import type { Instant } from "@amends/core/time";

/** What is found out about who receives a case, beside its handler, tier and priority. */
export type Receipt = Pick<Assignment, "team" | "agent" | "translation" | "onNobody" | "relaxed" | "candidates" | "excluded"> & {
  readonly expectedAt: Instant | undefined;
  /** Where policies name targets, where they led. */
  readonly target: AssignmentTarget | undefined;
};
