import { spawnSync } from "node:child_process";
import { businessTimeContestants } from "./contestants/business-time-contestants.js";
import { midnightCalendars } from "./work-calendar.js";

/** Whether a contestant answers a few questions on a calendar at all, in a process of its own that may be ended. */
export function endsInTime(contestant: string, calendar: string, milliseconds: number): boolean {
  const { status, signal } = spawnSync(process.execPath, [process.argv[1] ?? "", "deadlines-of", contestant, calendar], {
    stdio: "ignore",
    timeout: milliseconds,
    killSignal: "SIGKILL",
    env: { ...process.env, TZ: midnightCalendars[0]?.zone },
  });
  if (status !== 0 && signal === null) throw new Error(`${contestant} failed on ${calendar}`);
  return status === 0;
}

/** What that process does. */
export function answerDeadlines([name, calendarName]: readonly string[]): void {
  const contestant = businessTimeContestants.find((each) => each.name === name);
  const calendar = midnightCalendars.find((each) => each.name === calendarName);
  if (contestant === undefined || calendar === undefined) throw new Error("no such contestant or calendar");
  const answer = contestant.ready(calendar);
  for (let hour = 0; hour < 48; hour += 1) answer({ at: Date.UTC(2026, 2, 3, hour), minutes: 150 });
}
