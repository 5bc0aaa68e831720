import type { ClassificationModel } from "../classification-model.js";
import { modelOf } from "./create-model.js";
import type { ModelWeights, ProfileRows } from "./model-weights.js";
import arabic from "./weights/ar.json" with { type: "json" };
import german from "./weights/de.json" with { type: "json" };
import english from "./weights/en.json" with { type: "json" };
import spanish from "./weights/es.json" with { type: "json" };
import french from "./weights/fr.json" with { type: "json" };
import indonesian from "./weights/id.json" with { type: "json" };
import italian from "./weights/it.json" with { type: "json" };
import japanese from "./weights/ja.json" with { type: "json" };
import korean from "./weights/ko.json" with { type: "json" };
import dutch from "./weights/nl.json" with { type: "json" };
import polish from "./weights/pl.json" with { type: "json" };
import portuguese from "./weights/pt.json" with { type: "json" };
import russian from "./weights/ru.json" with { type: "json" };
import thai from "./weights/th.json" with { type: "json" };
import turkish from "./weights/tr.json" with { type: "json" };
import vietnamese from "./weights/vi.json" with { type: "json" };
import chinese from "./weights/zh.json" with { type: "json" };
import shared from "./weights/shared.json" with { type: "json" };

const grams: unknown = {
  en: english,
  zh: chinese,
  ja: japanese,
  ko: korean,
  de: german,
  fr: french,
  es: spanish,
  pt: portuguese,
  it: italian,
  nl: dutch,
  pl: polish,
  ru: russian,
  ar: arabic,
  th: thai,
  vi: vietnamese,
  id: indonesian,
  tr: turkish,
};
const others: unknown = shared;

/** The weights that ship. */
export const standardWeights: ModelWeights = {
  ...(others as Omit<ModelWeights, "grams">),
  grams: grams as Readonly<Record<string, ProfileRows>>,
};

/**
 * The model that ships: trained on the project's own messages in seventeen languages, about 1 MB compressed. Weights are unpacked
 * when a language's first message comes.
 *
 * @example
 * import { classifyTicket } from "@amends/core/classify";
 * import { standardModel } from "@amends/core/classify/model";
 * classifyTicket({ text: "where is my parcel?" }, { model: standardModel }).issueType; // => "logistics_tracking"
 */
export const standardModel: ClassificationModel = /* @__PURE__ */ modelOf(standardWeights);
