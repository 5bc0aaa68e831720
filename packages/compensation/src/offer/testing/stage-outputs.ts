import type { CaseFile } from "@amends/core/model";

/** What the risk stage writes, as far as offers read it. */
export const band = (word: string) => ({ band: word, churn: false }) as unknown as NonNullable<CaseFile["risk"]>;

/** What classification writes, as far as offers read it. */
export const text = (given: object) => ({ signals: [], ...given }) as unknown as NonNullable<CaseFile["classification"]>;
