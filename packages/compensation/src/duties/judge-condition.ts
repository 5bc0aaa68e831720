import { compareMoney, type Money } from "@amends/core/money";
import type { ChargeCondition } from "./duty-fact.js";
import type { ReadImport } from "./import-request.js";
import type { ImportValues } from "./import-values.js";

/** Whether a condition holds; where nobody knows, what would tell. */
export type Judgement = true | false | { readonly missing: readonly string[] };

/** Whether goods are imported as a case of a charge says. */
export function judgeCondition(when: ChargeCondition | undefined, read: ReadImport, values: ImportValues): Judgement {
  if (when === undefined) return true;
  const { customs, dispatchedFrom, names } = read;
  return all([
    when.channel === undefined || isOne(customs.channel, [when.channel], "customs.channel"),
    when.dispatchedFrom === undefined || isOne(dispatchedFrom, when.dispatchedFrom, names.dispatchedFrom),
    when.notDispatchedFrom === undefined || not(isOne(dispatchedFrom, when.notDispatchedFrom, names.dispatchedFrom)),
    when.scheme === undefined || isOne(customs.scheme, [when.scheme], "customs.scheme"),
    when.notScheme === undefined || not(isOne(customs.scheme, [when.notScheme], "customs.scheme")),
    when.origins === undefined || anyMadeIn(when.origins, read),
    when.notOrigins === undefined || not(anyMadeIn(when.notOrigins, read)),
    when.value === undefined || isOfValue(when.value, values),
  ]);
}

function all(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes(false)) return false;
  const missing = judgements.flatMap((each) => (typeof each === "object" ? each.missing : []));
  return missing.length === 0 || { missing };
}

const not = (judgement: Judgement): Judgement => (typeof judgement === "object" ? judgement : !judgement);

function isOne(value: string | null | undefined, words: readonly string[], name: string): Judgement {
  return value ? words.includes(value) : { missing: [name] };
}

function anyMadeIn(countries: readonly string[], { goods, names }: ReadImport): Judgement {
  if (goods.some(({ origin }) => origin && countries.includes(origin))) return true;
  const missing = goods.flatMap(({ origin }, index) => (origin ? [] : [`${names.goods}[${index}].origin`]));
  return missing.length === 0 ? false : { missing };
}

/** Goods alone that are over a limit are over it with their freight too, which needn't be known then. */
function isOfValue({ of, upTo, above }: NonNullable<ChargeCondition["value"]>, values: ImportValues): Judgement {
  const exceeds = (limit: Money): Judgement => {
    const value = values[of](limit.currency);
    if ("value" in value) return compareMoney(value.value, limit) > 0;
    const least = values.goods(limit.currency);
    return "value" in least && compareMoney(least.value, limit) > 0 ? true : { missing: value.missing };
  };
  return all([upTo === undefined || not(exceeds(upTo)), above === undefined || exceeds(above)]);
}
