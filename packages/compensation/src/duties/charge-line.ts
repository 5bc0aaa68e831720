import { groundOf, type DutyLine } from "./duty-calculation.js";
import type { ChargeCase, ChargeFact } from "./duty-fact.js";
import { judgeCondition } from "./judge-condition.js";
import { isExact, widest, type Span } from "./span.js";
import { treatCharge, type ChargeInputs, type Treated } from "./treat-charge.js";

interface Candidate {
  readonly fact: ChargeFact;
  readonly of: ChargeCase;
  /** What would tell whether it applies. */
  readonly doubts: readonly string[];
  readonly treated: Treated;
}

/** What is charged: by the one case that applies, or between those that may. */
export function chargeLine(charge: "import_duty" | "import_tax", inputs: ChargeInputs): { line: DutyLine; span: Span | undefined } {
  const { facts, settings, read } = inputs;
  const candidates = candidatesOf(charge, inputs);
  const { span, missing } = spanOf(candidates, `packs["duty/import"]: the ${charge} of ${settings.country}`);
  const [only] = candidates.length === 1 ? candidates : [];
  const name = facts.charges.find(({ fact }) => fact.value.charge === charge)?.fact.value.name ?? charge;
  const exact = span !== undefined && isExact(span);
  const owners = [...new Set(candidates.map(({ of }) => of.owedBy ?? ownerBy(read.customs.terms)))];
  const line: DutyLine = {
    charge,
    name,
    amount: exact ? span.min : null,
    range: span === undefined || exact ? null : span,
    base: only?.treated.base ?? null,
    rate: only?.treated.rate ?? null,
    rounding: settings.rounding,
    paidAtSale: candidates.length > 0 && candidates.every(({ treated }) => treated.paidAtSale === true),
    owedBy: owners.length === 1 ? (owners[0] ?? null) : null,
    by: candidates.flatMap(({ fact, of, treated }) => [groundOf(fact, of.because ?? fact.value.because), ...(treated.by ?? [])]),
    parts: only?.treated.parts ?? [],
    missing: [...new Set(missing)],
  };
  return { line, span };
}

/** Who owes by the terms of the sale. */
export function ownerBy(terms: "ddp" | "dap" | null | undefined): "buyer" | "seller" | null {
  return terms === "ddp" ? "seller" : terms === "dap" ? "buyer" : null;
}

function candidatesOf(charge: string, inputs: ChargeInputs): Candidate[] {
  const { facts, read, values } = inputs;
  return facts.charges
    .filter(({ fact }) => fact.value.charge === charge)
    .flatMap(({ fact, dateMissing }) =>
      fact.value.cases.flatMap((of): Candidate[] => {
        const judged = judgeCondition(of.when, read, values);
        if (judged === false) return [];
        const doubts = [...(dateMissing ? [read.names.at] : []), ...(judged === true ? [] : judged.missing)];
        const treated = treatCharge(of.pays, inputs);
        // Sources that disagree leave a range, which a host's own fact would end.
        const disputed = of.pays.is === "either" && treated.span !== undefined && !isExact(treated.span);
        const missing = disputed ? [...treated.missing, `packs["duty/import"]: ${fact.id}`] : treated.missing;
        return [{ fact, of, doubts, treated: { ...treated, missing } }];
      }),
    );
}

/** Between the least and the most of what may apply; a single one that may not apply either tells nothing. */
function spanOf(candidates: readonly Candidate[], nobody: string): { span: Span | undefined; missing: readonly string[] } {
  const doubts = candidates.flatMap((each) => each.doubts);
  const lacking = candidates.flatMap(({ treated }) => treated.missing);
  const spans = candidates.flatMap(({ treated }) => (treated.span === undefined ? [] : [treated.span]));
  const [first, ...rest] = spans;
  if (candidates.length === 0) return { span: undefined, missing: [nobody] };
  if (first === undefined || spans.length < candidates.length || (candidates.length === 1 && doubts.length > 0))
    return { span: undefined, missing: [...doubts, ...lacking] };
  const span = widest([first, ...rest]);
  return { span, missing: isExact(span) && candidates.length > 1 ? [] : [...doubts, ...lacking] };
}
