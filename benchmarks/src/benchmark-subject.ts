/** How much is measured. */
export interface BenchmarkOptions {
  /** Fewer sizes and shorter rounds: about a minute, for a look; nothing is written. */
  readonly quick: boolean;
  /** The parts of the subject to measure, such as "keyed"; empty: all. */
  readonly parts: readonly string[];
  /** Engines to measure, by name; empty: all. */
  readonly engines: readonly string[];
  /** Says on the terminal what is going on. */
  readonly report: (line: string) => void;
}

/** One thing that is measured. It lives in a folder of its own and becomes one section of docs/benchmarks.md. */
export interface BenchmarkSubject {
  /** As `--only` names it. */
  readonly name: string;
  /** The section's heading. */
  readonly title: string;
  /** Called before anything is measured: throws where what it measures isn't there. */
  prepare?(): void;
  /** Measures, and writes the section's text in Markdown. */
  run(options: BenchmarkOptions): Promise<string>;
}

/** Whether a part of a subject was asked for. */
export function isAsked({ parts }: BenchmarkOptions, part: string): boolean {
  return parts.length === 0 || parts.includes(part);
}
