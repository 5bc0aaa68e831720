/** Tickets that are alike: what policies and agents tell them apart by. */
export interface TicketKind {
  readonly name: string;
  /** The customer's IANA zone; figures are split by it. */
  readonly zone?: string | undefined;
  /** A language code; agents without the language don't take the ticket. */
  readonly language?: string | undefined;
  readonly channel?: string | undefined;
  /** The issue type; agents who list skills must name it. */
  readonly issueType?: string | undefined;
  /** The product line; agents who list product lines must name it. */
  readonly productLine?: string | undefined;
  /** The mean time that one takes of an agent, wrap-up included. */
  readonly handleSeconds: number;
  /** How handle times spread (default: exponential); log-normal with the standard deviation `handleDeviation` of the mean. */
  readonly handleTimes?: "exponential" | "constant" | "logNormal" | undefined;
  /** The standard deviation of log-normal handle times over their mean, at most 1,000 (default: 1). */
  readonly handleDeviation?: number | undefined;
  /** The mean of the exponential patience; left out where nobody gives up. */
  readonly patienceSeconds?: number | undefined;
  /** Within how many seconds a first answer is due; left out where nothing is promised. */
  readonly targetSeconds?: number | undefined;
}
