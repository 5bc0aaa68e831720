import { compileMessage, type Message, type Values } from "./message.js";
import type { PartText, TemplatePack, TemplatePart, TemplateText } from "./template-pack.js";

/** A text that was filled in, or the placeholders that kept it from being so. */
export type Rendering = { readonly text: string } | { readonly lacks: readonly string[] };

/** The templates of one language, ready to fill in, for one locale of it. */
export class CompiledPack {
  readonly pack: TemplatePack;
  readonly locale: string;
  readonly #messages = new Map<string, Message>();

  constructor(pack: TemplatePack, locale: string) {
    this.pack = pack;
    this.locale = locale;
  }

  get language(): string {
    return this.pack.language;
  }

  get rightToLeft(): boolean {
    return this.pack.direction === "rtl";
  }

  /** The variants of a situation, v1 first; none where the language lacks it. */
  variantsOf(situation: string): string[] {
    const variants = own(this.pack.situations, situation);
    if (variants === undefined) return [];
    const named = Object.keys(variants).filter((variant) => variant !== "all");
    return named.length === 0 ? ["v1"] : named.sort((left, right) => Number(left.slice(1)) - Number(right.slice(1)));
  }

  /** The text of a part: the situation's own before the common one, the variant's before the one for all. */
  part(situation: string, variant: string, part: TemplatePart, tones: readonly string[]): TemplateText | undefined {
    const sources = [own(this.pack.situations, situation), this.pack.common].flatMap((variants) => [
      own(variants, variant),
      own(variants, "all"),
    ]);
    const found = sources.map((texts) => own(texts, part)).find((text) => text !== undefined);
    return found === undefined ? undefined : inTone(found, tones);
  }

  /** The first of a text's messages whose placeholders have values. */
  render(text: TemplateText, values: Values): Rendering {
    const messages = [text].flat().map((each) => this.#message(each));
    const message = messages.find(({ needs }) => needs.every((name) => Object.hasOwn(values, name)));
    if (message !== undefined) return { text: message.format(values) };
    return { lacks: (messages.at(-1) as Message).needs.filter((name) => !Object.hasOwn(values, name)) };
  }

  #message(text: string): Message {
    const known = this.#messages.get(text) ?? compileMessage(text, this.locale);
    this.#messages.set(text, known);
    return known;
  }
}

function inTone(text: PartText, tones: readonly string[]): TemplateText {
  if (typeof text === "string" || Array.isArray(text)) return text;
  const byTone = text as Readonly<Record<string, TemplateText | undefined>>;
  const tone = tones.find((each) => own(byTone, each) !== undefined);
  return (tone === undefined ? text.plain : byTone[tone]) as TemplateText;
}

function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
