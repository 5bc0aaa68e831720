import type * as z from "zod";

/** Whether a value surely fits a schema. False says nothing: the schema itself then tells whether it does, and what is wrong. */
export type SurelyFits = (value: unknown) => boolean;

/**
 * A quick look whether values fit a schema, for those that nearly always do: nothing is copied and nothing explained. What it doesn't
 * know of a schema it asks the schema itself.
 */
export function surelyFits(schema: z.ZodType): SurelyFits {
  const def = definitionOf(schema);
  const checks = checksOf(def);
  const shape = checks === undefined || isRefined(def) ? undefined : shapeOf(def);
  if (shape === undefined || checks === undefined) return (value) => schema.safeParse(value).success;
  if (checks.length === 0) return shape;
  const [only] = checks as [SurelyFits];
  if (checks.length === 1) return (value) => shape(value) && only(value);
  return (value) => shape(value) && checks.every((check) => check(value));
}

/** What there is to know of a schema or of a check. */
interface Definition {
  readonly type?: string;
  readonly check?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Definition; check(payload: Payload): unknown } }[];
  readonly coerce?: boolean;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly value?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly inclusive?: boolean;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly mode?: string;
  readonly partial?: unknown;
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}

interface Payload {
  value: unknown;
  issues: unknown[];
}

/** Texts and numbers of a format of their own, and what is made of other values. */
function isRefined({ coerce, format }: Definition): boolean {
  return coerce === true || format !== undefined;
}

function shapeOf(def: Definition): SurelyFits | undefined {
  switch (def.type) {
    case "string":
      return (value) => typeof value === "string";
    case "number":
      return (value) => typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return (value) => typeof value === "boolean";
    case "enum": {
      const words = new Set(Object.values(def.entries ?? {}));
      return (value) => typeof value === "string" && words.has(value);
    }
    case "optional":
    case "nullable": {
      const inner = surelyFits(def.innerType as z.ZodType);
      const absent = def.type === "optional" ? undefined : null;
      return (value) => value === absent || inner(value);
    }
    case "array": {
      const element = surelyFits(def.element as z.ZodType);
      return (value) => Array.isArray(value) && allFit(value, element);
    }
    case "record":
      return recordOf(def);
    case "object":
      return def.catchall === undefined ? objectOf(def.shape as NonNullable<Definition["shape"]>) : undefined;
    default:
      return undefined;
  }
}

/** By place and not by `every`, which passes over holes, and which an array of another prototype doesn't have. */
function allFit(list: readonly unknown[], fits: SurelyFits): boolean {
  for (let index = 0; index < list.length; index += 1) {
    const each = list[index];
    if (each === undefined || !fits(each)) return false;
  }
  return true;
}

function recordOf({ keyType, valueType, mode, partial }: Definition): SurelyFits | undefined {
  // Of keys from a list, each must be there.
  if (mode !== undefined || partial !== undefined || keyType === undefined || definitionOf(keyType).type !== "string") return undefined;
  const fitsKey = surelyFits(keyType);
  const fitsValue = surelyFits(valueType as z.ZodType);
  return (value) => {
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key !== "string" || key === "__proto__" || key === "constructor") return false;
      if (!fitsKey(key) || !fitsValue((value as Record<string, unknown>)[key])) return false;
    }
    return true;
  };
}

/** One member of an object: its name, what it must fit, and whether it may be absent or null. */
interface Member {
  readonly name: string;
  readonly fits: SurelyFits;
  readonly mayLack: boolean;
  readonly mayBeNull: boolean;
}

function objectOf(shape: Readonly<Record<string, z.ZodType>>): SurelyFits {
  const members = new Map(Object.keys(shape).map((name) => [name, memberOf(name, shape[name] as z.ZodType)]));
  const needed = [...members.values()].filter(({ mayLack }) => !mayLack).map(({ name }) => name);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    // Members that go unseen here: those of a class.
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    let seen = 0;
    // Most members of a case are absent, and may be: only those that are there are looked at.
    for (const name in value) {
      seen += 1;
      const known = members.get(name);
      if (known === undefined) continue;
      const member = (value as Record<string, unknown>)[name];
      if (member === undefined ? !known.mayLack : member === null ? !known.mayBeNull : !known.fits(member)) return false;
    }
    // Others that go unseen: those that aren't enumerable, and that a getter added meanwhile.
    if (Object.getOwnPropertyNames(value).length !== seen) return false;
    for (let index = 0; index < needed.length; index += 1) {
      if ((value as Record<string, unknown>)[needed[index] as string] === undefined) return false;
    }
    return true;
  };
}

function memberOf(name: string, schema: z.ZodType): Member {
  let there = schema;
  let mayLack = false;
  let mayBeNull = false;
  for (;;) {
    const { type, innerType, checks = [] } = definitionOf(there);
    if ((type !== "optional" && type !== "nullable") || checks.length > 0) break;
    if (type === "optional") mayLack = true;
    else mayBeNull = true;
    there = innerType as z.ZodType;
  }
  const fits = surelyFits(there);
  return { name, fits, mayLack: mayLack || fits(undefined), mayBeNull: mayBeNull || fits(null) };
}

/** The checks of a schema; undefined where one of them is unknown. */
function checksOf({ checks = [] }: Definition): SurelyFits[] | undefined {
  const known = checks.map(({ _zod }) => checkOf(_zod.def) ?? (_zod.def.check === "custom" ? asked(_zod) : undefined));
  return known.includes(undefined) ? undefined : (known as SurelyFits[]);
}

function asked(check: { check(payload: Payload): unknown }): SurelyFits {
  return (value) => {
    const payload: Payload = { value, issues: [] };
    return check.check(payload) === undefined && payload.issues.length === 0;
  };
}

function checkOf(def: Definition): SurelyFits | undefined {
  const { value: bound, inclusive, pattern, minimum, maximum } = def;
  switch (def.check) {
    case "string_format":
      if (def.format !== "regex" || pattern === undefined || pattern.global || pattern.sticky) return undefined;
      return (value) => pattern.test(value as string);
    case "number_format":
      return def.format === "safeint" ? Number.isSafeInteger : undefined;
    case "greater_than":
      if (typeof bound !== "number") return undefined;
      return (value) => (value as number) > bound || (inclusive === true && value === bound);
    case "less_than":
      if (typeof bound !== "number") return undefined;
      return (value) => (value as number) < bound || (inclusive === true && value === bound);
    case "min_length":
      return minimum === undefined ? undefined : (value) => (value as string).length >= minimum;
    case "max_length":
      return maximum === undefined ? undefined : (value) => (value as string).length <= maximum;
    default:
      return undefined;
  }
}
