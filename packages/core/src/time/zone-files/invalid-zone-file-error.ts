import { AmendsError } from "../../errors/base-error.js";

/** What a zone file can't be read for. */
export type ZoneFileProblem = "not_tzif" | "cut_off" | "malformed" | "bad_footer" | "leap_seconds";

/** Thrown when bytes are no zone file that can be computed with. `code` is `zone_file_` and the problem. */
export class InvalidZoneFileError extends AmendsError {
  static override readonly kind: string = "InvalidZoneFileError";
  readonly problem: ZoneFileProblem;

  constructor(problem: ZoneFileProblem, message: string, zone?: string) {
    super({ code: `zone_file_${problem}`, message: `The zone file${zone === undefined ? "" : ` of ${JSON.stringify(zone)}`} ${message}.` });
    this.problem = problem;
  }
}
