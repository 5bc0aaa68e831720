import type { AnyStage } from "@amends/core/stage";
import type { Lexicons } from "./input/read-lexicons.js";

/** Where each stage's definition is, by the name policies call it. */
const stageModules: Readonly<Record<string, () => Promise<object>>> = {
  language: async () => (await import("@amends/core/language/stage")).languageStage,
  classification: async () => (await import("@amends/core/classify")).classificationStage,
  risk: async () => (await import("@amends/compensation/stage")).riskStage,
  sla: async () => (await import("@amends/sla/stage")).slaStage,
  assignment: async () => (await import("@amends/routing/stage")).routingStage,
  remedies: async () => (await import("@amends/compensation/stage")).remediesStage,
  reply: async () => (await import("@amends/replies/stage")).replyStage,
  followUps: async () => (await import("@amends/replies/stage")).followUpsStage,
  notices: async () => (await import("@amends/replies/stage")).noticesStage,
};

/** The names of the standard stages, in the order of the case file. */
export const stageNames: readonly string[] = Object.keys(stageModules);

/**
 * The standard stages, in the order of the case file; with `names`, only those of them. The classification reads with the lexicons, and
 * the points of labels of their own are facts of it.
 */
export async function loadStages(names: readonly string[] = stageNames, lexicons: Lexicons = {}): Promise<readonly AnyStage[]> {
  const wanted = stageNames.filter((name) => names.includes(name));
  const hasLexicons = Object.keys(lexicons).length > 0;
  return Promise.all(
    wanted.map(async (name) =>
      hasLexicons && name === "classification" ? readingWith(lexicons) : ((await stageModules[name]?.()) as AnyStage),
    ),
  );
}

async function readingWith(lexicons: Lexicons): Promise<AnyStage> {
  const { createClassificationStage } = await import("@amends/core/classify");
  return createClassificationStage({ lexicons }) as unknown as AnyStage;
}
