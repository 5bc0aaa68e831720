import type { FactReading } from "../facts/read-fact.js";

/** What was read of a fact, and the currency and the parameters that it depended on: a policy with others reads it anew. */
export interface RememberedReading {
  readonly currency: string | undefined;
  readonly reading: FactReading;
  readonly parameters: readonly TakenParameter[];
}

export interface TakenParameter {
  readonly name: string;
  readonly value: unknown;
}

export const noParameters: readonly TakenParameter[] = [];
