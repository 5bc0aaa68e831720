import dayjs from "dayjs";
import businessTime from "dayjs-business-time";
import type { BusinessTimeContestant } from "./business-time-contestant.js";

const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

export const dayjsBusinessTime: BusinessTimeContestant = {
  name: "dayjs-business-time",
  description: "1.0.4 on dayjs 1.11.23, `addBusinessMinutes(minutes)`, in the zone of the process",
  ready({ hours, holidays }) {
    dayjs.extend(businessTime);
    const segments = hours.map((day) =>
      day.length === 0 ? null : day.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })),
    );
    dayjs.setBusinessTime(Object.fromEntries(names.map((name, index) => [name, segments[index]])) as never);
    dayjs.setHolidays([...holidays]);
    return ({ at, minutes }) => dayjs(at).addBusinessMinutes(minutes).valueOf();
  },
};
