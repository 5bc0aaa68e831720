import { compileCalendar, createIntlZoneProvider } from "@amends/core/time";
import { cpuMicroseconds } from "../measure/cpu-clock.js";
import { median } from "../measure/median.js";
import { definitionOf } from "./contestants/amends.js";
import { workCalendars } from "./work-calendar.js";

/** Milliseconds that one year of one zone takes when it is first asked for. */
export interface CompileFigures {
  readonly zones: number;
  /** The mean over all zones, their Intl formatters not there yet. */
  readonly cold: number;
  /** The mean of the median round, with formatters but no table of the zone's offsets. */
  readonly warm: number;
}

/** Compiles a calendar for a year in each zone of the runtime, with a zone provider that has seen nothing yet. */
export function measureCompile(zoneCount: number, rounds: number): CompileFigures {
  const all = Intl.supportedValuesOf("timeZone");
  const step = Math.max(1, Math.floor(all.length / zoneCount));
  const zones = all.filter((_, index) => index % step === 0);
  const at = Date.UTC(2026, 5, 1);
  const times = Array.from({ length: rounds + 1 }, () => {
    const provider = createIntlZoneProvider();
    const started = cpuMicroseconds();
    for (const zone of zones) compileCalendar(definitionOf({ ...officeHours, zone }), { zones: provider }).between(at, at + 1);
    return (cpuMicroseconds() - started) / 1000 / zones.length;
  });
  const [cold = Number.NaN, ...warm] = times;
  return { zones: zones.length, cold, warm: median(warm) };
}

const [officeHours] = workCalendars as [(typeof workCalendars)[number]];
