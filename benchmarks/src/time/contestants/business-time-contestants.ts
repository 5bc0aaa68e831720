import { amends } from "./amends.js";
import type { BusinessTimeContestant } from "./business-time-contestant.js";
import { dayjsBusinessTime } from "./dayjs-business-time.js";
import { momentBusinessTime } from "./moment-business-time.js";
import { naiveLuxon } from "./naive-luxon.js";

/** All contestants, in the order of the tables. */
export const businessTimeContestants: readonly BusinessTimeContestant[] = [momentBusinessTime, dayjsBusinessTime, naiveLuxon, amends];
