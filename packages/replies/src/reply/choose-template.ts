import type { History } from "@amends/core/model";
import { readInstant } from "@amends/core/time";
import type { CompiledPack } from "../templating/compiled-pack.js";

/** A template by its situation and variant. */
export interface ChosenTemplate {
  readonly situation: string;
  readonly variant: string;
  /** Whether the customer got it before, for want of another. */
  readonly used: boolean;
}

/** The name that histories keep: `delay_v1`. */
export function templateName({ situation, variant }: Pick<ChosenTemplate, "situation" | "variant">): string {
  return `${situation}_${variant}`;
}

/**
 * The first template of the situations, in order, that the customer hasn't got yet; where all are used, the one sent longest ago.
 * Undefined where the language has none of the situations.
 */
export function chooseTemplate(
  pack: CompiledPack,
  situations: readonly string[],
  history: History | null | undefined,
): ChosenTemplate | undefined {
  const sent = new Map<string, number>();
  for (const { template, at } of history?.repliesSent ?? []) {
    if (template !== undefined && template !== null)
      sent.set(template, Math.max(sent.get(template) ?? -Infinity, readInstant(at ?? "") ?? -Infinity));
  }
  const candidates = situations.flatMap((situation) => pack.variantsOf(situation).map((variant) => ({ situation, variant })));
  const fresh = candidates.find((each) => !sent.has(templateName(each)));
  if (fresh !== undefined) return { ...fresh, used: false };
  const lastSent = (each: { situation: string; variant: string }) => sent.get(templateName(each)) as number;
  const oldest = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, each) => (best === undefined || lastSent(each) < lastSent(best) ? each : best),
    undefined,
  );
  return oldest === undefined ? undefined : { ...oldest, used: true };
}
