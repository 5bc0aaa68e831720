export {
  readDateHolidays,
  type DateHolidaysOptions,
  type DateHolidaysSource,
  type DateHolidayType,
} from "./read-date-holidays.js";
