import { classificationStage } from "@amends/core/classify";
import { languageStage } from "@amends/core/language/stage";
import type { AnyStage } from "@amends/core/stage";
import { slaStage } from "@amends/sla/stage";
import { test } from "vitest";
import { createDesk } from "./create-desk.js";
import type { DeskOptions, DeskStage } from "./desk-options.js";
import { standardStages } from "./standard-stages.js";

declare const listed: readonly DeskStage[];
declare const loose: readonly AnyStage[];
declare const options: DeskOptions;

test("stages in order make a desk", () => {
  createDesk({ stages: [languageStage, classificationStage, slaStage] });
  createDesk({ stages: standardStages });
  createDesk({ stages: listed });
  createDesk({ stages: loose });
  createDesk(options);
  createDesk();
});

test("a written list that is out of order is an error", () => {
  // @ts-expect-error classification reads language, which is written after it
  createDesk({ stages: [classificationStage, languageStage] });
});
