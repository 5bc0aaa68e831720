import { allocate, compareMoney, multiplyMoney, subtractMoney, sumMoney, toMinorUnits, type Money } from "@amends/core/money";
import { groundOf, type ChargeSettings, type DutyGround, type DutyPart } from "./duty-calculation.js";
import type { TaxBase, Treatment } from "./duty-fact.js";
import type { DutyFacts } from "./duty-facts.js";
import type { ReadImport } from "./import-request.js";
import type { ImportValues } from "./import-values.js";
import { addSpans, exactly, isExact, nothing, widest, type Span, type Told } from "./span.js";
import { tariffRate } from "./tariff-rates.js";

/** What a charge comes to, as far as it is known. */
export interface Treated {
  readonly span: Span | undefined;
  readonly base?: Money | undefined;
  readonly rate?: string | undefined;
  readonly paidAtSale?: boolean;
  readonly parts?: readonly DutyPart[];
  readonly by?: readonly DutyGround[];
  readonly missing: readonly string[];
}

/** What a charge is computed from. `duty` is what tax comes on top of. */
export interface ChargeInputs {
  readonly read: ReadImport;
  readonly values: ImportValues;
  readonly facts: DutyFacts;
  readonly settings: ChargeSettings;
  readonly duty: { readonly span: Span | undefined; readonly missing: readonly string[] };
}

/** Computes a charge as a fact says. */
export function treatCharge(treatment: Treatment, inputs: ChargeInputs): Treated {
  const { values, settings } = inputs;
  const { currency, rounding } = settings;
  switch (treatment.is) {
    case "free":
      return { span: exactly(nothing(currency)), missing: [] };
    case "at_sale":
      return { span: exactly(nothing(currency)), paidAtSale: true, missing: [] };
    case "unknown":
      return { span: undefined, missing: treatment.missing };
    case "flat":
      return flat(treatment, inputs);
    case "share": {
      const base = values[treatment.of](currency);
      if ("missing" in base) return { span: undefined, missing: base.missing };
      const gross = multiplyMoney(base.value, treatment.rate, rounding);
      const { rate } = treatment;
      if (treatment.less === undefined) return { span: exactly(gross), base: base.value, rate, missing: [] };
      const less = values.convert(treatment.less, currency);
      if ("missing" in less) return { span: undefined, base: base.value, rate, missing: less.missing };
      const net = compareMoney(gross, less.value) > 0 ? subtractMoney(gross, less.value) : nothing(currency);
      return { span: exactly(net), base: base.value, rate, missing: [] };
    }
    case "tariff":
      return byTariff(values[treatment.of](currency), inputs);
    case "tax":
      return taxed(treatment.of, inputs);
    case "either":
      return eitherOf(treatment.of.map((each) => treatCharge(each, inputs)));
  }
}

/** Nobody knows which: what is missing counts unless all come to the same. */
function eitherOf(treated: readonly Treated[]): Treated {
  const spans = treated.flatMap(({ span }) => (span === undefined ? [] : [span]));
  const [first, ...rest] = spans;
  const missing = treated.flatMap((each) => each.missing);
  const parts = treated.flatMap((each) => each.parts ?? []);
  return first === undefined || spans.length < treated.length
    ? { span: undefined, parts, missing }
    : { span: widest([first, ...rest]), parts, missing };
}

function flat(
  { perTariffHeading, digits }: Extract<Treatment, { is: "flat" }>,
  { read: { goods, names }, values, settings: { currency, rounding } }: ChargeInputs,
): Treated {
  const each = values.convert(perTariffHeading, currency);
  if ("missing" in each) return { span: undefined, missing: each.missing };
  const codes = goods.map(({ hsCode }) => (hsCode ?? "").replaceAll(/\D/g, "").slice(0, digits));
  const known = new Set(codes.filter((code) => code.length === digits)).size;
  const unknown = codes.flatMap((code, index) => (code.length === digits ? [] : [`${names.goods}[${index}].hsCode`]));
  const most = known + unknown.length;
  const times = (count: number) => multiplyMoney(each.value, count, rounding);
  const span = { min: times(Math.max(known, Math.min(1, most))), max: times(most) };
  if (goods.length === 0) return { span: undefined, missing: [names.goods] };
  return { span, missing: isExact(span) ? [] : unknown };
}

function byTariff(base: Told<Money>, { read, values, facts, settings }: ChargeInputs): Treated {
  const { goods, names } = read;
  const { country, currency, rounding } = settings;
  const rates = goods.map((each, index) => tariffRate(each, facts, { country, goods: `${names.goods}[${index}]`, at: names.at }));
  const prices = values.each(currency);
  const missing = [
    ...("missing" in base ? base.missing : []),
    ...("missing" in prices ? prices.missing : []),
    ...rates.flatMap((told) => ("missing" in told ? told.missing : [])),
  ];
  const shares = "value" in base && "value" in prices ? sharesOf(base.value, prices.value) : [];
  const parts = rates.map((told, index): DutyPart => {
    const { sku = null, hsCode = null } = goods[index] ?? {};
    const share = shares[index] ?? null;
    if ("missing" in told) return { sku, hsCode, base: share, rates: [], amount: null, by: null };
    const { value } = told.value;
    const amount =
      share === null
        ? null
        : sumMoney(
            value.rates.map(({ rate }) => multiplyMoney(share, rate, rounding)),
            currency,
          );
    return { sku, hsCode, base: share, rates: value.rates, amount, by: groundOf(told.value, `heading ${value.hsCode}`) };
  });
  const amounts = parts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const by = parts.flatMap((part) => (part.by === null ? [] : [part.by]));
  const whole = "value" in base ? base.value : undefined;
  return { span: missing.length > 0 ? undefined : exactly(sumMoney(amounts, currency)), base: whole, parts, by, missing };
}

/** The value at the border, shared among the goods by what they cost. */
function sharesOf(base: Money, prices: readonly Money[]): readonly Money[] {
  const weights = prices.map(({ amount }) => amount);
  return prices.every((price) => toMinorUnits(price) === 0n) ? prices.map(() => nothing(base.currency)) : allocate(base, weights);
}

function taxed(of: TaxBase, { read, values, facts, settings, duty }: ChargeInputs): Treated {
  const { country, currency } = settings;
  const [rate, ...others] = facts.taxRates;
  const value = values[of.startsWith("cif") ? "cif" : "goods"](currency);
  const withDuty = of.endsWith("_and_duty");
  const missing = [
    ...(rate === undefined ? [`packs["duty/import"]: the tax rate of ${country}`] : []),
    ...(rate?.dateMissing === true || others.length > 0 ? [read.names.at] : []),
    ...("missing" in value ? value.missing : []),
    ...(withDuty ? duty.missing : []),
  ];
  const onTop = withDuty ? duty.span : exactly(nothing(currency));
  if (rate === undefined || others.length > 0 || rate.dateMissing || "missing" in value || onTop === undefined)
    return { span: undefined, missing };
  const { fact } = rate;
  const { upTo = fact.value.rate, insidePrice = false } = fact.value;
  const base = addSpans(exactly(value.value), onTop);
  const tax = (money: Money, share: string) => multiplyMoney(money, insidePrice ? onNet(share) : share, settings.rounding);
  return {
    span: { min: tax(base.min, fact.value.rate), max: tax(base.max, upTo) },
    base: isExact(base) ? base.min : undefined,
    rate: upTo === fact.value.rate ? upTo : undefined,
    by: [groundOf(fact, `${fact.value.name} of ${country}: ${fact.value.rate}${upTo === fact.value.rate ? "" : ` to ${upTo}`}`)],
    missing: upTo === fact.value.rate ? missing : [...missing, `packs["duty/import"]: ${fact.id}`],
  };
}

const precision = 30;

/** The share of the price without a tax that is a share of the price with it, to 30 digits: 0.17 of the whole are 0.2048… of the rest. */
function onNet(share: string): string {
  const [whole = "0", digits = ""] = share.split(".");
  const [numerator, one] = [BigInt(whole + digits), 10n ** BigInt(digits.length)];
  const scaled = (numerator * 10n ** BigInt(precision)) / (one - numerator);
  return `${scaled / 10n ** BigInt(precision)}.${(scaled % 10n ** BigInt(precision)).toString().padStart(precision, "0")}`;
}
