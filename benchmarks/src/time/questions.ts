import { RandomSequence } from "../random-sequence.js";
import type { DeadlineQuestion } from "./work-calendar.js";

const minute = 60_000;
const day = 86_400_000;
// The clocks of Berlin change early on these days.
const changes = [Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25)];

/** Tickets of a year at full minutes, each due after 15 minutes to 40 hours of working time; one in ten comes just before the clocks change. */
export function deadlineQuestions(count: number): DeadlineQuestion[] {
  const random = new RandomSequence(7);
  const first = Date.UTC(2026, 0, 1);
  return Array.from({ length: count }, () => ({
    at: random.chance(0.1)
      ? random.pick(changes) - random.whole(0, 2 * 1440) * minute
      : first + random.whole(0, 330) * day + random.whole(0, 1439) * minute,
    minutes: random.pick([random.whole(15, 240), random.whole(241, 2400)]),
  }));
}
