import type { AnyStage } from "@amends/core/stage";

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

/** The standard stages, in the order of the case file; with `names`, only those of them. */
export async function loadStages(names: readonly string[] = stageNames): Promise<readonly AnyStage[]> {
  const wanted = stageNames.filter((name) => names.includes(name));
  return Promise.all(wanted.map(async (name) => (await stageModules[name]?.()) as AnyStage));
}
