import alerts from "../policies/standard-alerts.policy.json" with { type: "json" };
import answers from "../policies/standard-answers.policy.json" with { type: "json" };
import botTargets from "../policies/standard-bot-targets.policy.json" with { type: "json" };
import humanTargets from "../policies/standard-human-targets.policy.json" with { type: "json" };
import marketplaces from "../policies/standard-marketplaces.policy.json" with { type: "json" };
import nextResponses from "../policies/standard-next-responses.policy.json" with { type: "json" };
import offHours from "../policies/standard-off-hours.policy.json" with { type: "json" };
import pauses from "../policies/standard-pauses.policy.json" with { type: "json" };
import resolution from "../policies/standard-resolution.policy.json" with { type: "json" };
import targets from "../policies/standard-targets.policy.json" with { type: "json" };
import updates from "../policies/standard-updates.policy.json" with { type: "json" };

/** The standard policies of the stage. */
export const standardPolicies = [
  answers,
  pauses,
  targets,
  marketplaces,
  botTargets,
  humanTargets,
  nextResponses,
  resolution,
  updates,
  offHours,
  alerts,
];
