export { parseHolidayCalendar, type HolidayCalendarOptions } from "./parse-holiday-calendar.js";
