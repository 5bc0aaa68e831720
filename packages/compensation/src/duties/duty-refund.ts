import type { Money } from "@amends/core/money";
import type { LocalDate } from "@amends/core/time";
import type { DutyGround } from "./duty-calculation.js";
import type { DutyRefundEvent } from "./refund-fact.js";

/** One way to get duty or tax back. */
export interface DutyRefundRoute {
  readonly by: DutyGround;
  readonly note: string | null;
  readonly covers: readonly ("import_duty" | "import_tax")[];
  /** What comes back of what was paid; null where the case doesn't say what was. */
  readonly amounts: readonly { readonly charge: "import_duty" | "import_tax"; readonly paid: Money | null; readonly back: Money | null }[];
  /** Who can ask for it; null where the case doesn't say. */
  readonly claimant: "buyer" | "seller" | "carrier" | null;
  /** Whom. */
  readonly from: string;
  /** The last day in the country's dates; null where the fact has none, or the date of the import is missing. */
  readonly until: LocalDate | null;
  readonly state: "open" | "over" | "unknown";
  readonly documents: readonly string[];
  readonly conditions: readonly string[];
  /** Less isn't paid out. */
  readonly minimum: Money | null;
  readonly missing: readonly string[];
}

/** Whether duty and tax come back. `unknown`: no fact tells. `none`: there are facts about the country, and none gives it. */
export interface DutyRefund {
  readonly country: string | null;
  readonly event: DutyRefundEvent | null;
  readonly status: "open" | "over" | "none" | "unknown";
  /** Open ones first, then by their last day. */
  readonly routes: readonly DutyRefundRoute[];
  readonly because: string;
  readonly missing: readonly string[];
}
