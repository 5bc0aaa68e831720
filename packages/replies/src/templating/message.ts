import { IntlMessageFormat } from "intl-messageformat";

/** What fills placeholders. Texts go in as they are: nothing in them is read as a template. */
export type Values = Readonly<Record<string, string | number>>;

/** One ICU message ready to format. */
export interface Message {
  /** Placeholders that must have a value; those that only select a wording fall to "other". */
  readonly needs: readonly string[];
  /** All placeholders. */
  readonly reads: readonly string[];
  format(values: Values): string;
}

/** An element of a parsed message, as far as it is read here. */
interface Element {
  readonly type: number;
  readonly value?: string | readonly Element[];
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

const literal = 0;
const select = 5;
const pound = 7;

/**
 * Reads an ICU message of a locale.
 *
 * @throws {SyntaxError} where the text is no ICU message.
 */
export function compileMessage(text: string, locale: string): Message {
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const found = placeholdersOf(format.getAst());
  const selects = found.filter(({ type }) => type === select).map(({ name }) => name);
  const needs = new Set(found.filter(({ type }) => type !== select).map(({ name }) => name));
  return {
    needs: [...needs],
    reads: [...new Set(found.map(({ name }) => name))],
    format: (values) => {
      const given = Object.assign(Object.create(null) as Record<string, string | number>, values);
      for (const name of selects) given[name] ??= "other";
      return withoutDoubleStops(String(format.format(given)), values);
    },
  };
}

/** A value that ends in a full stop, such as "6:55 p.m.", ends the sentence too. */
function withoutDoubleStops(text: string, values: Values): string {
  return Object.values(values).reduce<string>(
    (told, value) => (typeof value === "string" && /[^.]\.$/.test(value) ? told.replaceAll(`${value}.`, value) : told),
    text,
  );
}

function placeholdersOf(elements: readonly Element[]): { name: string; type: number }[] {
  return elements.flatMap((element) => {
    if (element.type === literal || element.type === pound || typeof element.value !== "string") return [];
    const inner = Object.values(element.options ?? {}).flatMap((option) => placeholdersOf(option.value));
    return [{ name: element.value, type: element.type }, ...inner];
  });
}
