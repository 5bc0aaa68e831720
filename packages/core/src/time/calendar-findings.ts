import type * as z from "zod";
import type { Finding } from "../errors/finding.js";
import { didYouMean } from "../errors/nearest-word.js";
import { formatPath } from "../errors/json-path.js";
import { quoted } from "../errors/quoted.js";
import { weekdays } from "./local-date.js";

const calendarKeys = ["zone", "hours", "shifts", "breaks", "holidays"];

/** The findings of a failed schema check of a calendar, each with its JSON path and the value that stands there. */
export function calendarFindings(error: { readonly issues: readonly z.core.$ZodIssue[] }, calendar: unknown): Finding[] {
  return error.issues.flatMap((issue): Finding[] => {
    const path = formatPath(issue.path);
    if (issue.code === "unrecognized_keys") {
      const keys: readonly string[] = issue.path[0] === "hours" ? weekdays : calendarKeys;
      return issue.keys.map((key) => ({
        code: "calendar_unknown_key",
        message: `${quoted(key)} is not a key here`,
        path: formatPath([...issue.path, key]),
        expected: `one of ${keys.join(", ")}`,
        ...didYouMean(key, keys),
      }));
    }
    if (issue.code === "invalid_key") {
      return [{ code: "calendar_bad_date", message: `${quoted(issue.path.at(-1))} ${issue.issues[0]?.message ?? issue.message}`, path }];
    }
    const own = issue.message.startsWith("is ");
    const message = own ? `${shown(valueAt(calendar, issue.path))} ${issue.message}` : issue.message;
    if (issue.code === "too_big") {
      const { length } = valueAt(calendar, issue.path) as readonly unknown[];
      return [{ code: "calendar_too_long", message: `a list of ${length} intervals ${issue.message}`, path }];
    }
    if (issue.path[0] === "holidays" && issue.path.length === 2) return [{ code: "calendar_bad_date", message, path }];
    if (issue.code === "invalid_format") return [{ code: "calendar_bad_time", message, path }];
    if (issue.code === "custom") return [{ code: "calendar_empty_interval", message, path }];
    return [{ code: "calendar_bad_shape", message, path }];
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
