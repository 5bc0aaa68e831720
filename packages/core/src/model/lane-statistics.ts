/** How parcels fared on one lane in one period. */
export interface LaneStatistics {
  readonly lane: string;
  readonly averageDays: number;
  readonly lossRate: number;
  readonly parcels: number;
}
