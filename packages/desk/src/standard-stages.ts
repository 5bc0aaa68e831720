import { remediesStage, riskStage } from "@amends/compensation/stage";
import { classificationStage } from "@amends/core/classify";
import { languageStage } from "@amends/core/language/stage";
import { pipeline } from "@amends/core/stage";
import { followUpsStage, noticesStage, replyStage } from "@amends/replies/stage";
import { routingStage } from "@amends/routing/stage";
import { slaStage } from "@amends/sla/stage";

/** Every stage in the order of the case file. A stage that read what only a later one writes would not compile. */
export const standardStages = pipeline(
  languageStage,
  classificationStage,
  riskStage,
  slaStage,
  routingStage,
  remediesStage,
  replyStage,
  followUpsStage,
  noticesStage,
);
