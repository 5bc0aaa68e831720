import { expectTypeOf, test } from "vitest";
import { pipeline, type InOrder } from "./pipeline.js";

const language = { name: "language", reads: ["ticket"], writes: "language" } as const;
const classification = { name: "classification", reads: ["ticket", "language"], writes: "classification" } as const;
const sla = { name: "sla", reads: ["ticket", "classification", "calendars"], writes: "sla" } as const;

test("stages in order are a pipeline", () => {
  const stages = pipeline(language, classification, sla);
  expectTypeOf(stages[2].name).toEqualTypeOf<"sla">();
  expectTypeOf(stages.length).toEqualTypeOf<3>();
  pipeline();
});

test("a stage that reads what only a later one writes is an error", () => {
  // @ts-expect-error classification reads language, which is written after it
  pipeline(classification, language);
  // @ts-expect-error nobody writes classification
  pipeline(language, sla);
  expectTypeOf(pipeline(language)).not.toBeNever();
});

test("the error names the stage and the key", () => {
  expectTypeOf<InOrder<[typeof classification, typeof language]>>().toEqualTypeOf<
    [{ readonly stageOutOfOrder: "classification"; readonly lacks: "language" }]
  >();
});
