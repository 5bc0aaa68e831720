import type { SupportTier } from "@amends/core/model";

/** What an agent must bring to take a case. */
export interface Requirements {
  readonly tier: SupportTier;
  /** The base language; `undefined` where nobody knows the customer's. */
  readonly language: string | undefined;
  /** 1 to 5; 1 where no policy asks for more. */
  readonly languageLevel: number;
  readonly translation: boolean;
  /** The issue type that the skills must name. */
  readonly specialty: string | undefined;
  /** The product lines of which one must be known. */
  readonly productLines: readonly string[] | undefined;
  /** Skills of the host's own, all of which are needed. */
  readonly skills: readonly string[];
  /** Whether agents hired for a peak may take the case. */
  readonly temporary: boolean;
  /** What to take an agent for where the roster doesn't say; without it, the agent doesn't meet the requirement. */
  readonly unsaid: { readonly languageLevel?: number | undefined; readonly tier?: SupportTier | undefined };
}
