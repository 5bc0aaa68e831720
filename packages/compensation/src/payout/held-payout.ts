import type { Clock, PayoutEntry, PayoutLedger, PayoutPlan, StepDirection, StepRecord, StepStatus } from "@amends/core/contracts";
import { systemClock } from "@amends/core/contracts";
import { checkPayoutOptions } from "./check-payout-options.js";
import type { PayoutOptions } from "./payout-options.js";

/** Thrown where the payout passed on to somebody else in the meantime: whatever this one still knows, the other one finds out. */
export class PayoutLost extends Error {
  override readonly name = "PayoutLost";
}

/** The options with what they default to. */
export interface PayoutBench {
  readonly ledger: PayoutLedger;
  readonly clock: Clock;
  readonly worker: string;
  readonly leaseMilliseconds: number;
}

/**
 * The options, completed.
 *
 * @throws {AmendsError} `invalid_options` for a ledger, a clock or a lease that is none.
 */
export function payoutBench(options: Omit<PayoutOptions, "actions">): PayoutBench {
  checkPayoutOptions(options);
  const { ledger, clock = systemClock, worker = "worker", leaseSeconds = 120 } = options;
  return { ledger, clock, worker, leaseMilliseconds: Math.ceil(leaseSeconds * 1000) };
}

/** What is recorded of a step. */
export interface Line {
  readonly step: string;
  readonly direction: StepDirection;
  readonly status: StepStatus;
  readonly attempt: number;
  readonly because: string;
  readonly result?: unknown;
}

/** A payout in hand: what was recorded so far, and a pen to go on. */
export class HeldPayout {
  readonly plan: PayoutPlan;
  readonly bench: PayoutBench;
  private readonly fence: number;
  private readonly records: StepRecord[];

  constructor(bench: PayoutBench, held: { readonly fence: number; readonly entry: PayoutEntry }) {
    this.bench = bench;
    this.fence = held.fence;
    this.plan = held.entry.plan;
    this.records = [...held.entry.records];
  }

  /** The last line of a step in a direction. */
  last(step: string, direction: StepDirection): StepRecord | undefined {
    return this.records.findLast((record) => record.step === step && record.direction === direction);
  }

  /** When a step was last started. */
  startedAt(step: string, direction: StepDirection): number | undefined {
    return this.records.findLast((record) => record.step === step && record.direction === direction && record.status === "started")?.at;
  }

  /** Writes a line and moves the lease. */
  async write(line: Line): Promise<void> {
    const { ledger, clock, worker, leaseMilliseconds } = this.bench;
    const at = clock();
    const record: StepRecord = { ...line, at, worker };
    if (!(await ledger.record(this.plan.key, { fence: this.fence, record, until: at + leaseMilliseconds }))) throw new PayoutLost();
    this.records.push(record);
  }

  async complete(status: "complete" | "undone" | "partly_undone"): Promise<void> {
    if (!(await this.bench.ledger.complete(this.plan.key, { fence: this.fence, status, at: this.bench.clock() }))) throw new PayoutLost();
  }

  /** Lets go, so that whoever tries next needn't wait for the lease to end. */
  async release(): Promise<void> {
    await this.bench.ledger.release(this.plan.key, { fence: this.fence });
  }
}
