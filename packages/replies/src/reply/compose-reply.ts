import type { ReplyPart } from "@amends/core/model";
import type { CompiledPack } from "../templating/compiled-pack.js";
import type { Values } from "../templating/message.js";
import type { TemplatePart } from "../templating/template-pack.js";
import type { ChosenTemplate } from "./choose-template.js";

/** A sentence that a rule puts before or after a part. */
export interface AddedSentence {
  readonly sentence: string;
  readonly part: ReplyPart;
  readonly place: "before" | "after";
}

export interface Composition {
  readonly template: ChosenTemplate;
  readonly parts: readonly ReplyPart[];
  readonly tones: readonly string[];
  readonly sentences: readonly AddedSentence[];
  readonly values: Values;
}

/** A reply put together in one language. */
export interface ComposedReply {
  readonly subject: string | null;
  readonly text: string;
  readonly parts: readonly ReplyPart[];
  /** Placeholders for want of which a part was left out. */
  readonly lacks: readonly string[];
}

/** The parts that a language has no text for. */
export function wordlessParts(pack: CompiledPack, { template, parts, tones }: Composition): ReplyPart[] {
  return parts.filter((part) => pack.part(template.situation, template.variant, part, tones) === undefined);
}

/** Parts that end in a list, or are a sign-off: a sentence beside them is a paragraph of its own. */
const standsApart: ReadonlySet<ReplyPart> = new Set(["shipment_timeline", "choices", "closing"]);

/** Puts a reply together. A part whose values the case lacks is left out, and no sentence is said twice. */
export function composeReply(pack: CompiledPack, composition: Composition): ComposedReply {
  const { template, tones, values } = composition;
  const lacks = new Set<string>();
  const textOf = (part: TemplatePart) => {
    const text = pack.part(template.situation, template.variant, part, tones);
    const rendered = text === undefined ? { lacks: [] } : pack.render(text, values);
    if ("text" in rendered) return rendered.text;
    for (const name of rendered.lacks) lacks.add(name);
    return undefined;
  };
  const joiner = pack.pack.joiner ?? " ";
  const said = new Set<string>();
  const written = composition.parts.flatMap((part) => {
    const text = textOf(part);
    if (text === undefined) return [];
    const added = (place: "before" | "after") =>
      composition.sentences
        .filter((each) => each.part === part && each.place === place && !said.has(each.sentence))
        .flatMap(({ sentence }) => {
          said.add(sentence);
          return sentenceOf(pack, sentence, values) ?? [];
        })
        .join(joiner);
    const pieces = [added("before"), text, added("after")].filter((piece) => piece !== "");
    return [{ part, text: pieces.join(standsApart.has(part) ? "\n\n" : joiner) }];
  });
  const greeting = textOf("greeting");
  return {
    subject: textOf("subject") ?? null,
    text: [...(greeting === undefined ? [] : [greeting]), ...written.map(({ text }) => text)].join("\n\n"),
    parts: written.map(({ part }) => part),
    lacks: [...lacks].sort(),
  };
}

function sentenceOf(pack: CompiledPack, name: string, values: Values): string | undefined {
  const text = pack.pack.sentences?.[name];
  const rendered = text === undefined ? undefined : pack.render(text, values);
  return rendered !== undefined && "text" in rendered ? rendered.text : undefined;
}
