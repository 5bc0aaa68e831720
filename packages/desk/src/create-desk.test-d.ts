import { classificationStage } from "@amends/core/classify";
import { languageStage } from "@amends/core/language/stage";
import type { AnyStage } from "@amends/core/stage";
import { slaStage } from "@amends/sla/stage";
import { expectTypeOf, test } from "vitest";
import { createDesk, type Desk } from "./create-desk.js";
import type { DeskOptions, DeskStage, StagesInOrder } from "./desk-options.js";
import { standardStages } from "./standard-stages.js";

declare const listed: readonly DeskStage[];
declare const loose: readonly AnyStage[];
declare const options: DeskOptions;

test("stages in order make a desk", () => {
  expectTypeOf(createDesk({ stages: [languageStage, classificationStage, slaStage] })).toEqualTypeOf<Desk>();
  createDesk({ stages: standardStages });
  createDesk({ stages: listed });
  createDesk({ stages: loose });
  createDesk(options);
  createDesk();
});

test("a written list that is out of order is an error", () => {
  // @ts-expect-error classification reads language, which is written after it
  createDesk({ stages: [classificationStage, languageStage] });
  // @ts-expect-error nobody writes classification
  createDesk({ stages: [languageStage, slaStage] });
  expectTypeOf<StagesInOrder<readonly [typeof classificationStage, typeof languageStage]>>().toEqualTypeOf<
    readonly [{ readonly stageOutOfOrder: "classification"; readonly lacks: "language" }]
  >();
});
