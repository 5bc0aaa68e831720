import { parseArgs } from "node:util";

/** What `npm run bench -- …` asks for. */
export interface BenchmarkCommand {
  readonly help: boolean;
  readonly quick: boolean;
  /** Subjects, and parts of them: "cli", "rules/keyed". */
  readonly only: readonly string[];
  readonly engines: readonly string[];
}

export const usage = `npm run bench -- [options]

  --quick           a look, in about a minute; writes nothing
  --only SUBJECT    a subject, or a part of it such as rules/keyed; may be repeated
  --engines A,B     rule engines to measure, by name
  --help            this text
`;

export function readCommandLine(args: readonly string[]): BenchmarkCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      engines: { type: "string", default: "" },
    },
  });
  return { help: values.help, quick: values.quick, only: values.only, engines: values.engines.split(",").filter((name) => name !== "") };
}

/** The parts asked for of one subject: undefined where it isn't asked for at all, empty where it is asked for whole. */
export function partsOf({ only }: Pick<BenchmarkCommand, "only">, subject: string): readonly string[] | undefined {
  if (only.length === 0 || only.includes(subject)) return [];
  const parts = only.filter((name) => name.startsWith(`${subject}/`)).map((name) => name.slice(subject.length + 1));
  return parts.length === 0 ? undefined : parts;
}
