export { InvalidZoneFileError, type ZoneFileProblem } from "./invalid-zone-file-error.js";
export { offsetInZoneFile, parseZoneFile, type ZoneFile } from "./parse-zone-file.js";
export { createZoneFileProvider, type ZoneFileSource } from "./zone-file-provider.js";
export type { ZoneRule } from "./zone-rule.js";
