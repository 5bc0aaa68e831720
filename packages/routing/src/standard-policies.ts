import batch from "../policies/standard-batch.policy.json" with { type: "json" };
import channels from "../policies/standard-channels.policy.json" with { type: "json" };
import handlers from "../policies/standard-handlers.policy.json" with { type: "json" };
import handover from "../policies/standard-handover.policy.json" with { type: "json" };
import nobody from "../policies/standard-nobody.policy.json" with { type: "json" };
import priorities from "../policies/standard-priorities.policy.json" with { type: "json" };
import relatedLanguages from "../policies/standard-related-languages.policy.json" with { type: "json" };
import queueState from "../policies/standard-queue-state.policy.json" with { type: "json" };
import regions from "../policies/standard-regions.policy.json" with { type: "json" };
import requirements from "../policies/standard-requirements.policy.json" with { type: "json" };
import surge from "../policies/standard-surge.policy.json" with { type: "json" };
import targets from "../policies/standard-targets.policy.json" with { type: "json" };
import tiers from "../policies/standard-tiers.policy.json" with { type: "json" };
import waits from "../policies/standard-waits.policy.json" with { type: "json" };
import weights from "../policies/standard-weights.policy.json" with { type: "json" };
import workAhead from "../policies/standard-work-ahead.policy.json" with { type: "json" };

/** The policies that decide where a host gives none. */
export const standardPolicies: readonly unknown[] = [
  queueState,
  handlers,
  tiers,
  priorities,
  channels,
  requirements,
  regions,
  weights,
  relatedLanguages,
  targets,
  handover,
  nobody,
  workAhead,
  waits,
  surge,
  batch,
];
