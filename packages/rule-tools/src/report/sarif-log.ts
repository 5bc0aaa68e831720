/** One result of a SARIF log. */
export interface SarifResult {
  readonly ruleId: string;
  /** Whether the rule has a page. */
  readonly documented: boolean;
  readonly level: "error" | "warning" | "note" | "none";
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

export interface SarifLogOptions {
  /** The version of the tool that writes the log. */
  readonly version?: string;
}

const schema = "https://json.schemastore.org/sarif-2.1.0.json";
const site = "https://amends.dev";

/** A SARIF 2.1.0 log of one run, as JSON. Every code is a rule. */
export function sarifLog(results: readonly SarifResult[], options: SarifLogOptions = {}): string {
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  const documented = new Set(results.flatMap((result) => (result.documented ? [result.ruleId] : [])));
  const log = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "amends",
            informationUri: site,
            ...(options.version === undefined ? {} : { semanticVersion: options.version }),
            rules: rules.map((id) => ({ id, ...(documented.has(id) ? { helpUri: `${site}/rules/${encodeURIComponent(id)}` } : {}) })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: results.map((result) => resultOf(result, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ ruleId, level, message, file, line, column, properties }: SarifResult, rules: readonly string[]) {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    level,
    // An empty message is not allowed.
    message: { text: message === "" ? ruleId : message },
    ...(file === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }] }),
    ...(properties === undefined ? {} : { properties }),
  };
}

/** A path as a relative URI, whatever characters its names hold. */
function uriOf(path: string): string {
  // A lone surrogate has no place in a URI.
  const steps = path
    .replaceAll("\\", "/")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .split("/");
  return steps.map((step) => encodeURIComponent(step)).join("/");
}
