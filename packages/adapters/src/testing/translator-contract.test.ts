import * as z from "zod";
import type { Translator } from "@amends/core/contracts";
import { translatorContract, type TranslatorContractOptions } from "./translator-contract.js";
import { holds } from "./twins/broken-twins.js";
import { clientOf, malformed, planted, read } from "./twins/tiny-adapter.js";

const textsSchema = z.object({ texts: z.array(z.string()) });
interface TranslatorFlaw {
  readonly perCall?: number;
  readonly keepsEmpty?: boolean;
  readonly asksForNothing?: boolean;
  readonly name?: string;
  readonly forgets?: boolean;
}
const translatorOf =
  ({
    perCall = 50,
    keepsEmpty = true,
    asksForNothing = false,
    name = "tiny",
    forgets = false,
  }: TranslatorFlaw = {}): TranslatorContractOptions["create"] =>
  (environment): Translator => ({
    specVersion: "1",
    name,
    translate: async (texts, { signal }) => {
      const wanted = texts.filter((text) => text !== "");
      const done: string[] = [];
      for (let from = 0; from < wanted.length || (asksForNothing && from === 0); from += perCall) {
        const part = wanted.slice(from, from + perCall);
        const request = { operation: "translate", method: "POST", path: "/", json: { texts: part }, repeatable: true } as const;
        const answer = await clientOf(environment).json(signal === undefined ? request : { ...request, signal });
        const { texts: translated } = read(textsSchema, answer);
        if (translated.length !== part.length) throw malformed();
        done.push(...translated);
        if (forgets) break;
      }
      return keepsEmpty ? texts.map((text) => (text === "" ? "" : (done.shift() ?? ""))) : done;
    },
  });
const bracketed = async (request: Request) => {
  const { texts } = (await request.json()) as { texts: string[] };
  return Response.json({ texts: texts.map((text) => `[${text}]`) });
};
const translator = (flaw: TranslatorFlaw = {}) =>
  translatorContract({
    create: translatorOf(flaw),
    answer: bracketed,
    answerToTwo: () => Response.json({ texts: ["[Hello]", "[Goodbye]"] }),
    planted,
  });

holds("translators", translator(), {
  identity: () => translator({ name: "" }),
  "translator/order": () => translator({ keepsEmpty: false }),
  "translator/many": () => translator({ forgets: true }),
  "translator/nothing": () => translator({ asksForNothing: true }),
});
