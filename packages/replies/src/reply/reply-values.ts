import type { CaseFile, EvidenceKind, Remedies } from "@amends/core/model";
import type { Context } from "@amends/core/stage";
import { speaksOfParcels, timelineIn } from "../timeline/render-timeline.js";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import { caseValues, customerZone } from "../values/case-values.js";
import { choiceLines } from "../values/choice-lines.js";
import { expectedTimes, waitUntil } from "../values/expected-times.js";
import { formatDateTime } from "../values/format-date.js";

/** What a reply can say, and the remedies that the language has no words for. */
export interface ReplyValues {
  readonly values: Values;
  readonly wordless: readonly string[];
  /** Whether a moment stands in it that the customer's zone would have told better. */
  readonly zoneWanted: boolean;
}

/** What was decided on the reply before it is filled in. */
export interface ReplyManner {
  readonly formal: boolean;
  /** What the customer is asked for. */
  readonly evidence: readonly EvidenceKind[];
  /** Whether it is said aloud rather than read. */
  readonly spoken: boolean;
}

/** The values of one reply in one language. */
export function replyValues(caseFile: CaseFile, pack: CompiledPack, context: Context, manner: ReplyManner): ReplyValues {
  const { shipment, remedies, assignment } = caseFile;
  const queuePosition = assignment?.queue?.position ?? undefined;
  const zone = customerZone(caseFile, context);
  const wait = waitUntil(caseFile, context.now);
  const moments = { ...expectedTimes(caseFile, context.now), ...(wait === undefined ? {} : { waitUntil: wait }) };
  const times = Object.entries(moments).map(([key, at]): [string, string] => [key, formatDateTime(at, pack, zone, context.zones)]);
  const events = shipment?.events ?? [];
  const speaks = events.length > 0 && speaksOfParcels(pack, events);
  const timeline =
    shipment && speaks
      ? timelineIn(pack, shipment, zone, context.zones)
          .lines.map((line) => `• ${line}`)
          .join("\n")
      : undefined;
  const offer = remedies === undefined || "undecided" in remedies ? undefined : remedies;
  const told = choiceLines(pack, offer?.choices ?? [], offer?.alwaysAdd ?? {});
  const evidence = manner.evidence.flatMap((kind) => pack.pack.evidence?.[kind] ?? []);
  const lines = told.lines.map((line, index) => (told.lines.length === 1 ? `• ${line}` : `${index + 1}. ${line}`));
  return {
    values: {
      ...addressed(caseValues(caseFile, pack, context), pack, manner.formal),
      ...Object.fromEntries(times),
      ...(queuePosition === undefined ? {} : { queuePosition }),
      ...(timeline === undefined ? {} : { timeline }),
      ...(lines.length === 0 ? {} : { count: lines.length, choices: lines.join("\n"), spoken: manner.spoken ? "yes" : "no" }),
      ...(told.always.length === 0 ? {} : { always: new Intl.ListFormat(pack.locale).format(told.always) }),
      ...(evidence.length === 0 ? {} : { evidence: new Intl.ListFormat(pack.locale).format(evidence) }),
      ...(offer === undefined ? {} : { returnRequired: goodsComeBack(offer) ? "yes" : "no" }),
    },
    wordless: told.wordless,
    zoneWanted: zone === undefined && (times.length > 0 || events.length > 0),
  };
}

/** Without the name where a formal greeting would want the family name and only a given name is known: one without a space. */
function addressed(values: Values, { pack }: CompiledPack, formal: boolean): Values {
  const { name, ...others } = values;
  const given = typeof name === "string" && !/\s/.test(name);
  return formal && pack.formalAddress === "full_name" && given ? others : values;
}

/** Whether the whole offer, or one of its choices, wants the goods back. */
function goodsComeBack({ returnRequired, choices }: Remedies): boolean {
  return returnRequired || choices.some(({ remedy, gives }) => remedy === "return_and_refund" || gives["afterReturn"] === true);
}
