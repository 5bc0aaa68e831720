import { AmendsError } from "../../errors/base-error.js";
import { quoted } from "../../errors/quoted.js";

/** What a zone file can't be read for. */
export type ZoneFileProblem =
  | "zone_file_bad_footer"
  | "zone_file_cut_off"
  | "zone_file_leap_seconds"
  | "zone_file_malformed"
  | "zone_file_not_tzif";

/** Thrown when bytes are no zone file that can be computed with. */
export class InvalidZoneFileError extends AmendsError {
  static override readonly kind: string = "InvalidZoneFileError";
  declare readonly code: ZoneFileProblem;
  /** What is wrong, for an error that also names the zone. */
  readonly reason: string;

  constructor({ code, message, zone }: { readonly code: ZoneFileProblem; readonly message: string; readonly zone?: string }) {
    super({ code, message: `The zone file${zone === undefined ? "" : ` of ${quoted(zone)}`} ${message}.` });
    this.reason = message;
  }
}
