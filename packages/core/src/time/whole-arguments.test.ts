import { expect, it } from "vitest";
import { refuseMisfits } from "../errors/testing/refuse-misfits.js";
import * as time from "./index.js";
import { createZoneFileProvider, offsetInZoneFile, parseZoneFile } from "./zone-files/index.js";

const hours = { zone: "UTC", hours: {} };
const dates = { holidays: [], workdays: [], breaks: [] } as never;
const zones = time.intlZoneProvider;

refuseMisfits([
  ["addBusinessDays", "calendar", "object", (calendar) => time.addBusinessDays(calendar, 0, 1)],
  ["businessDaysBetween", "calendar", "object", (calendar) => time.businessDaysBetween(calendar, 0, 1)],
  ["createIntlZoneProvider", "options", "settings", (options) => time.createIntlZoneProvider(options)],
  ["createZoneProvider", "source", "object", (source) => time.createZoneProvider(source)],
  ["withHolidays", "calendar", "object", (calendar) => time.withHolidays(calendar, dates)],
  ["withHolidays", "dates", "object", (given) => time.withHolidays(hours, given)],
  ["withHolidays", "options", "settings", (options) => time.withHolidays(hours, dates, options)],
  ["zoneDifferences", "first", "object", (first) => time.zoneDifferences(first, zones, { zones: [], from: 0, to: 1 })],
  ["zoneDifferences", "second", "object", (second) => time.zoneDifferences(zones, second, { zones: [], from: 0, to: 1 })],
  ["zoneDifferences", "range", "object", (range) => time.zoneDifferences(zones, zones, range)],
  ["createZoneFileProvider", "source", "object", (source) => createZoneFileProvider(source)],
  ["parseZoneFile", "bytes", "bytes", (bytes) => parseZoneFile(bytes)],
  ["offsetInZoneFile", "file", "object", (file) => offsetInZoneFile(file, 0)],
]);

it.each([null, undefined, 7, [], {}])("a zone that is %j is refused in plain words", (zone) => {
  expect(() => time.localDateOf(0, zone as never)).toThrow(/^Unknown time zone .*: expected an IANA name/);
  expect(() => time.localTimeOf(0, zone as never)).toThrow(RangeError);
});

it.each([null, [], [7], "7", true, {}])("a duration that is %j is refused in plain words", (seconds) => {
  expect(() => time.formatDuration(seconds as never)).toThrow(/^A duration is a finite number of seconds from 0 up, not /);
});
