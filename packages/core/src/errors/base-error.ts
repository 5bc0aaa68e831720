import { firstFindings } from "./first-findings.js";
import { formatFinding, shortFinding, shortText, type Finding } from "./finding.js";

const marker = Symbol.for("amends.error");

/**
 * The base of every error Amends throws. `code` is stable; `findings` lists everything wrong with the input at once.
 *
 * `isInstance` recognises errors across duplicate installs, where `instanceof` fails.
 */
export class AmendsError extends Error {
  readonly code: string;
  readonly findings: readonly Finding[];
  readonly [marker]: readonly string[];

  constructor(options: { code: string; message: string; findings?: readonly Finding[]; cause?: unknown }) {
    const { findings = [] } = options;
    // Of findings there may be many; each of them is short.
    super(
      findings.length > 0 ? options.message : shortText(options.message),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = new.target.name;
    this.code = options.code;
    this.findings = firstFindings(findings).map(shortFinding);
    this[marker] = new.target.kinds();
  }

  /** The class names from this class up, which `isInstance` reads. */
  private static kinds(): readonly string[] {
    const names: string[] = [];
    for (let at: unknown = this; typeof at === "function" && at !== Error && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
      names.push((at as { kind?: string; name: string }).kind ?? (at as { name: string }).name);
    }
    return names;
  }

  /** The name that survives minification; each class states its own. */
  static readonly kind: string = "AmendsError";

  static isInstance<T extends AmendsError>(this: abstract new (...args: never[]) => T, error: unknown): error is T {
    const kinds = typeof error === "object" && error !== null ? (error as { [marker]?: readonly string[] })[marker] : undefined;
    return kinds?.includes((this as unknown as { kind: string }).kind) ?? false;
  }
}

/** The message of an error about an input: a head line, then a line for each finding. */
export function messageOf(head: string, findings: readonly Finding[]): string {
  return [head, ...firstFindings(findings).map((finding) => `  ${formatFinding(finding)}`)].join("\n");
}
