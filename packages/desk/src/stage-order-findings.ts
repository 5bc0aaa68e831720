import type { Finding } from "@amends/core/errors";
import type { StageOrder } from "@amends/core/stage";

/** The stages that read what only a later one writes: they would decide as if it were unknown. */
export function stageOrderFindings(stages: readonly StageOrder[]): Finding[] {
  return stages.flatMap(({ name, reads }, index) =>
    reads.flatMap((key): Finding[] => {
      const writer = stages.findIndex(({ writes }) => writes === key);
      const later = stages[writer];
      if (later === undefined || writer <= index) return [];
      return [
        {
          code: "stage_out_of_order",
          message: `the stage "${name}" reads "${key}", which only the later stage "${later.name}" writes`,
          path: `stages[${index}]`,
          fix: `put "${later.name}" before "${name}"`,
        },
      ];
    }),
  );
}
