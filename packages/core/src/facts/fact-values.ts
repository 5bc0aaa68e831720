import type { CaseFile } from "../model/case-file.js";
import type { Money } from "../model/money.js";
import type { FactCatalogue, FactDefinition } from "./fact-definition.js";

/** What a rule sees of a fact: an amount is a number in the policy's currency. */
export type FactValue<Definition extends FactDefinition> = Definition["example"] extends Money ? number : Definition["example"];

/** The facts of a catalogue by their names, each with the type of its value; all may be absent. A catalogue without names takes any. */
export type FactValues<Catalogue extends FactCatalogue> = string extends keyof Catalogue
  ? Readonly<Record<string, unknown>>
  : { readonly [Name in keyof Catalogue]?: FactValue<Catalogue[Name]> | undefined };

/** Values that are facts as they are, and not by their members. */
type Whole = string | number | boolean | readonly unknown[] | Money;

/** The dotted names of everything in a value. */
type NamesIn<Value, Prefix extends string> = Value extends Whole
  ? never
  : string extends keyof Value
    ? never
    : { [Key in keyof Value & string]: `${Prefix}${Key}` | NamesIn<NonNullable<Value[Key]>, `${Prefix}${Key}.`> }[keyof Value & string];

/** The value at a dotted name; of alternatives, those that have it. */
type ValueAt<Value, Name extends string> = Value extends unknown
  ? Name extends `${infer Key}.${infer Rest}`
    ? Key extends keyof Value
      ? ValueAt<NonNullable<Value[Key]>, Rest>
      : never
    : Name extends keyof Value
      ? NonNullable<Value[Name]>
      : never
  : never;

/** The facts that each key of the case file is. */
export type CaseFileFacts = { readonly [Name in NamesIn<CaseFile, "">]: FactDefinition<ValueAt<CaseFile, Name>> };
