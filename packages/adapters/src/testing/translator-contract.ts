import type { Translator } from "@amends/core/contracts";
import type { ContractCase } from "./contract-case.js";
import { demand } from "./contract-case.js";
import { watchedEnvironment, type ContractEnvironment } from "./contract-environment.js";
import { faultCases } from "./fault-cases.js";
import { identityCase } from "./identity-case.js";

/** What the translator contract needs of an adapter. */
export interface TranslatorContractOptions {
  readonly create: (environment: ContractEnvironment) => Translator;
  /** The vendor's answer to a request: each text translated as the same text in square brackets. */
  readonly answer: (request: Request) => Promise<Response>;
  /** The vendor's answer for the texts "Hello" and "Goodbye", likewise. */
  readonly answerToTwo: () => Response;
  readonly planted: readonly string[];
}

/**
 * What every translator promises.
 *
 * @example
 * import { translatorContract } from "@amends/adapters/testing";
 * const create = () => ({ specVersion: "1", name: "words", translate: async (texts: readonly string[]) => texts }) as const;
 * const answers = { answer: async () => Response.json([]), answerToTwo: () => Response.json([]) };
 * translatorContract({ create, ...answers, planted: [] }).at(1)?.id; // => "translator/order"
 */
export function translatorContract(options: TranslatorContractOptions): readonly ContractCase[] {
  const { create, answer, answerToTwo } = options;
  const two = ["Hello", "Goodbye"];
  const translate = (environment: ContractEnvironment, signal?: AbortSignal) =>
    create(environment).translate(two, { from: "en", to: "de", ...(signal === undefined ? {} : { signal }) });
  const check = (value: unknown) => {
    const texts = value as readonly string[];
    demand(Array.isArray(texts) && texts.length === 2 && texts.every((text) => typeof text === "string"), "expected two texts");
  };
  return [
    identityCase(create),
    {
      id: "translator/order",
      says: "every text comes back in its place",
      run: async () => {
        const texts = ["first", "second", "", "third", "first"];
        const { environment } = watchedEnvironment((_, request) => answer(request));
        const translated = await create(environment).translate(texts, { to: "ja" });
        demand(
          JSON.stringify(translated) === JSON.stringify(texts.map((text) => (text === "" ? "" : `[${text}]`))),
          `the texts came back as ${JSON.stringify(translated)}`,
        );
      },
    },
    {
      id: "translator/many",
      says: "more texts than one call takes are split, and come back in order",
      run: async () => {
        const texts = Array.from({ length: 137 }, (_, index) => `text ${index}`);
        const { environment } = watchedEnvironment((_, request) => answer(request));
        const translated = await create(environment).translate(texts, { from: "en", to: "fr" });
        demand(
          translated.length === 137 && translated.every((text, index) => text === `[text ${index}]`),
          "texts are lost or out of place",
        );
      },
    },
    {
      id: "translator/nothing",
      says: "no text, no call",
      run: async () => {
        const { environment, asked } = watchedEnvironment((_, request) => answer(request));
        demand((await create(environment).translate([], { to: "de" })).length === 0, "texts came from nowhere");
        demand(asked.length === 0, "the vendor was asked for nothing");
      },
    },
    ...faultCases({ call: translate, answer: answerToTwo, check, planted: options.planted }),
  ];
}
