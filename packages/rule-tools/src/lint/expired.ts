import { localDateOf } from "@amends/core/time";
import { dateFactsOf } from "../witness/dated-rules.js";
import type { LintCheck } from "./lint-check.js";

/** What dates a case as of today; an order or a parcel may be older than a rule that ended. */
const current: ReadonlySet<string> = new Set(["now", "ticket.createdAt"]);

/** Rules that ended before the time lint is given. Where orders or parcels date the policy, old ones may still need them. */
export const expired: LintCheck = {
  code: "expired",
  severity: "warning",
  summary: "a rule that ended, in a policy that is dated by the time of the case",
  find: (subject) => {
    const { policy, now } = subject;
    if (now === undefined || !dateFactsOf(policy).every((fact) => current.has(fact))) return [];
    const today = localDateOf(now, policy.zone ?? "UTC");
    return policy.rules.flatMap(({ name, effectiveTo }, index) =>
      effectiveTo === undefined || effectiveTo > today
        ? []
        : [
            subject.finding(["rules", index, "effectiveTo"], {
              code: "expired",
              message: `rule "${name}" ended on ${effectiveTo}`,
              fix: "remove it, or move its end where it still applies",
            }),
          ],
    );
  },
};
