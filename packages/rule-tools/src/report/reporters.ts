import { reportGithub } from "./report-github.js";
import { reportJson } from "./report-json.js";
import { reportJunit } from "./report-junit.js";
import type { Reporter } from "./report-options.js";
import { reportPretty } from "./report-pretty.js";
import { reportSarif } from "./report-sarif.js";
import { reportTap } from "./report-tap.js";

/** The names of the reporters. */
export const reporterNames = ["pretty", "json", "junit", "tap", "github", "sarif"] as const;

/** One of {@link reporterNames}. */
export type ReporterName = (typeof reporterNames)[number];

/** Every reporter by its name. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  pretty: reportPretty,
  json: reportJson,
  junit: reportJunit,
  tap: reportTap,
  github: reportGithub,
  sarif: reportSarif,
};
