import type { ClockChange } from "./clock-changes.js";
import type { InstantQuestion } from "./compare-with-oracle.js";

const [minute, hour] = [60_000, 3_600_000];
const amounts = [1, 3600, 7217, 61_200];

/** How far from a change questions are asked, in milliseconds. */
export const reach = 36 * hour;

/**
 * Every minute of the two hours before and after a change of the clocks, the seconds next to it, and every half hour of the 36 hours
 * before and after. Each instant has one of four amounts of time, and the change itself or the instant's mirror image to count to, in turn.
 */
export function questionsAroundChange({ at: change }: ClockChange): InstantQuestion[] {
  const distances = [-1000, 1000, ...amounts.map(() => 0)];
  for (let distance = -reach; distance <= reach; distance += distance >= -2 * hour && distance < 2 * hour ? minute : 30 * minute) {
    distances.push(distance);
  }
  return distances.map((distance, index) => ({
    at: change + distance,
    to: index % 2 === 0 ? change : change - distance,
    seconds: [amounts[index % amounts.length] as number],
  }));
}
