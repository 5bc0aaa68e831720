/** One promise of a contract. Runs in any test framework: it passes unless it rejects. */
export interface ContractCase {
  /** A stable id, such as "faults/timeout", by which a case is skipped. */
  readonly id: string;
  /** The promise in words. */
  readonly says: string;
  /** Why the case isn't run; only a named reason skips a case. */
  readonly skip?: string;
  run(): Promise<void>;
}

/** Thrown by a case that doesn't hold. */
export class ContractFailure extends Error {
  override readonly name = "ContractFailure";
}

/** Ends a case that doesn't hold. */
export function fail(message: string): never {
  throw new ContractFailure(message);
}

/** Ends a case unless a condition holds. */
export function demand(condition: boolean, message: string): asserts condition {
  if (!condition) fail(message);
}
