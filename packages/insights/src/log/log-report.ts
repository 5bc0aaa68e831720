/** What the log was like. Nothing is left out of the metrics without being counted here. */
export interface LogReport {
  /** Events read, with duplicates. */
  readonly events: number;
  /** The time of the first and of the last event; absent for an empty log. */
  readonly from?: string;
  readonly until?: string;
  /** As of when open cases and parcels were judged. */
  readonly asOf?: string;
  /** Events that came again with the same identifier, of those that metrics use. */
  readonly duplicates: number;
  /** Identifiers that came with different contents, while their case was open; one content was taken. */
  readonly conflicts: number;
  /** Events that couldn't be read. */
  readonly unreadable: number;
  /** Cases of which the log has events but not their reception, or what came to a closed case; their ratings count, nothing else. */
  readonly casesWithoutStart: number;
  /** Events that came after a later one. These two and `settledEarly` depend on the order in which events came, nothing else does. */
  readonly outOfOrder: number;
  /** Of those the ones later by more than `lateness`, which may have missed their case. */
  readonly tooLate: number;
  /** Cases, orders and parcels judged before their time because more than `maximumHeldEvents` events were held: the metrics may be off. */
  readonly settledEarly: number;
}
