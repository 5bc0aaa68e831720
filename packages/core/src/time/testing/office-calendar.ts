import { compileCalendar } from "@amends/core/time";
import { workdays } from "./weekly-hours.js";

/** An office that closes at noon for an hour. */
export const office = compileCalendar({ zone: "UTC", hours: workdays(["09:00", "12:00"], ["13:00", "17:00"]) });
