import moment, { type Moment } from "moment";
// It adds methods to moment.
// oxlint-disable-next-line import/no-unassigned-import
import "moment-business-time";
import type { BusinessTimeContestant } from "./business-time-contestant.js";

type WorkingMoment = Moment & { addWorkingTime(amount: number, unit: "minutes"): Moment };

export const momentBusinessTime: BusinessTimeContestant = {
  name: "moment-business-time",
  description: '2.0.0 on moment 2.31.0, `addWorkingTime(minutes, "minutes")`, in the zone of the process',
  ready({ hours, holidays }) {
    const workinghours = Object.fromEntries(hours.map((day, index) => [index, day.length === 0 ? null : day.flat()]));
    moment.updateLocale("en", { workinghours, holidays });
    return ({ at, minutes }) => (moment(at) as WorkingMoment).addWorkingTime(minutes, "minutes").valueOf();
  },
};
