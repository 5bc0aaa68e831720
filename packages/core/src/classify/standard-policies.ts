import complaint from "../../policies/classification-complaint.policy.json" with { type: "json" };
import complexity from "../../policies/classification-complexity.policy.json" with { type: "json" };
import flags from "../../policies/classification-flags.policy.json" with { type: "json" };
import intensity from "../../policies/classification-intensity.policy.json" with { type: "json" };
import issueType from "../../policies/classification-issue-type.policy.json" with { type: "json" };
import review from "../../policies/classification-review.policy.json" with { type: "json" };
import sentiment from "../../policies/classification-sentiment.policy.json" with { type: "json" };
import signals from "../../policies/classification-signals.policy.json" with { type: "json" };
import stage from "../../policies/classification-stage.policy.json" with { type: "json" };
import urgency from "../../policies/classification-urgency.policy.json" with { type: "json" };
import type { Policy } from "../rules/policy.js";

/** The standard policies of the classification stage, in the order they are asked. */
export const standardClassificationPolicies = [
  issueType,
  sentiment,
  intensity,
  complaint,
  signals,
  stage,
  flags,
  urgency,
  complexity,
  review,
] as unknown as readonly Policy[];
