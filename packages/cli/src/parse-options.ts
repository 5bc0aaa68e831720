import { parseArgs } from "node:util";
import { didYouMean } from "@amends/core/errors";
import { UsageError } from "./usage-error.js";

/** An option of a command, as node:util's parseArgs takes them; with `choices`, its value is one of these words. */
export interface OptionDefinition {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly short?: string;
  readonly choices?: readonly string[];
}

type ValueOf<Option extends OptionDefinition> = Option["type"] extends "boolean"
  ? boolean
  : Option extends { readonly choices: readonly (infer Choice extends string)[] }
    ? Choice
    : string;

type Values<Options extends Readonly<Record<string, OptionDefinition>>> = {
  readonly [Name in keyof Options]?: Options[Name] extends { readonly multiple: true } ? ValueOf<Options[Name]>[] : ValueOf<Options[Name]>;
};

/**
 * Reads a command's arguments. `--help` and `-h` are known to every command.
 *
 * @throws {UsageError} that says what was probably meant.
 */
export function parseOptions<const Options extends Readonly<Record<string, OptionDefinition>>>(
  args: readonly string[],
  options: Options,
): { values: Values<Options> & { readonly help?: boolean }; positionals: string[] } {
  const known: Readonly<Record<string, OptionDefinition>> = { ...options, help: { type: "boolean", short: "h" } };
  const config = Object.fromEntries(
    Object.entries(known).map(([name, { type, multiple, short }]) => [
      name,
      { type, ...(multiple === undefined ? {} : { multiple }), ...(short === undefined ? {} : { short }) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "option") checkOption(token, known);
  }
  return { values: values as Values<Options> & { help?: boolean }, positionals };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken, known: Readonly<Record<string, OptionDefinition>>): void {
  const option = Object.hasOwn(known, name) ? known[name] : undefined;
  if (option === undefined) {
    const { fix } = didYouMean(
      rawName,
      Object.keys(known).map((word) => `--${word}`),
    );
    throw new UsageError(`there is no option ${rawName}${fix === undefined ? "" : `; ${fix.replaceAll('"', "")}`}`);
  }
  if (option.type === "boolean" && inlineValue === true) throw new UsageError(`${rawName} takes no value`);
  if (option.type === "boolean") return;
  // "--config --json" is a forgotten value far more often than a file called "--json".
  if (value === undefined || (inlineValue !== true && value.startsWith("-") && value !== "-")) {
    throw new UsageError(`${rawName} needs a value${option.choices === undefined ? "" : `: ${option.choices.join(", ")}`}`);
  }
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const { fix } = didYouMean(value, option.choices);
    throw new UsageError(`${rawName} can't be "${value}": it is one of ${option.choices.join(", ")}${fix === undefined ? "" : `; ${fix}`}`);
  }
}

/**
 * The number of an option's value.
 *
 * @throws {UsageError} unless it is a whole number of at least `least`.
 */
export function readCount(option: string, value: string, least = 0): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(count) || count < least) {
    throw new UsageError(`${option} ${value} is no whole number${least === 0 ? "" : ` of at least ${least}`}`);
  }
  return count;
}
