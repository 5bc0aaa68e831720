import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LabelledMessage } from "@amends/core/classify/evaluate";

/** What a set is measured for. */
type Question = "issueType" | "outOfScope" | "polarity" | "anger";

/** A public set of real text that isn't part of the project; it is measured where a copy is at hand. */
interface PublicSet {
  /** The file in the folder, with the ending `.jsonl`. */
  readonly file: string;
  readonly name: string;
  readonly question: Question;
  readonly languages?: readonly string[];
}

/** A public set that was found, with its messages. */
export interface FoundSet extends PublicSet {
  readonly messages: readonly LabelledMessage[];
}

/** Lines are `{"text", "lang"}` with `aftersales` (the accepted issue types), `sentiment`, or `anger` (true or false). */
const publicSets: readonly PublicSet[] = [
  { file: "g1_aftersales_gold", name: "after-sales complaints, labelled by hand", question: "issueType" },
  { file: "a9_clinc150_en", name: "CLINC150, requests of other trades", question: "outOfScope" },
  { file: "a10_xsid_oos", name: "xSID, requests to voice assistants", question: "outOfScope" },
  { file: "b1_multisent", name: "Amazon reviews", question: "polarity", languages: ["ja", "zh"] },
  { file: "b3_magaza_tr", name: "Turkish shop reviews", question: "polarity" },
  { file: "b4_aivivn_vi", name: "AIVIVN shop reviews", question: "polarity" },
  { file: "b5_prdect_id", name: "PRDECT-ID product reviews", question: "polarity" },
  { file: "b8_shopping_zh", name: "Chinese shopping reviews", question: "polarity" },
  { file: "b9_prod_ar", name: "Souq product reviews", question: "polarity" },
  { file: "b12_jrte_ja", name: "JRTE hotel reviews", question: "polarity" },
  { file: "b7_nsmc_ko", name: "NSMC film reviews", question: "polarity" },
  { file: "b1_multisent", name: "tweets", question: "polarity", languages: ["ar", "de", "en", "es", "fr", "it", "pt"] },
  { file: "b1_multisent", name: "SmSA comments", question: "polarity", languages: ["id"] },
  { file: "a5_airline_tweets_en", name: "tweets to airlines", question: "polarity" },
  { file: "b2_wisesight_th", name: "Wisesight posts", question: "polarity" },
  { file: "b10_sentirueval_ru", name: "SentiRuEval tweets", question: "polarity" },
  { file: "b5_prdect_id", name: "PRDECT-ID product reviews", question: "anger" },
  { file: "b6_kote_ko", name: "KOTE comments", question: "anger" },
  { file: "b11_xed_anger", name: "XED film subtitles", question: "anger" },
];

/** Older names of issue types in these sets, and what counts as right for each. A plain "where is it" stands as a delay in them. */
const renamed: Readonly<Record<string, readonly string[]>> = {
  logistics_lost: ["logistics_not_received"],
  logistics_delay: ["logistics_delay", "logistics_tracking"],
  order_change_cancel: ["order_change"],
  complaint_service: ["service_complaint"],
  tech_support: ["software_usage"],
  customs_duty: ["customs_clearance", "duties_and_taxes"],
};

interface Line {
  readonly id?: string;
  readonly text: string;
  readonly lang: string;
  readonly aftersales?: readonly string[] | null;
  readonly sentiment?: string;
  readonly anger?: boolean;
}

/** The sets a folder has. */
export function readPublicSets(folder: string): FoundSet[] {
  return publicSets.flatMap((set) => {
    const path = join(folder, `${set.file}.jsonl`);
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").trim().split("\n");
    const messages = lines
      .map((line) => JSON.parse(line) as Line)
      .filter(({ lang }) => set.languages?.includes(lang) ?? true)
      .flatMap((line) => messageOf(line, set.question));
    return messages.length === 0 ? [] : [{ ...set, messages }];
  });
}

function messageOf({ id, text, lang: language, aftersales, sentiment, anger }: Line, question: Question): LabelledMessage[] {
  const issueTypes = aftersales ?? (question === "outOfScope" ? ["other"] : []);
  if (question === "issueType" || question === "outOfScope") {
    const accepted = [...new Set(issueTypes.flatMap((each) => renamed[each] ?? [each]))];
    return accepted.length === 0 ? [] : [{ text, language, issueTypes: accepted } as LabelledMessage];
  }
  const feeling = question === "anger" ? (anger === undefined ? undefined : anger ? "angry" : "neutral") : sentiment;
  return feeling === undefined ? [] : [{ ...(id === undefined ? {} : { id }), text, language, sentiments: [feeling] } as LabelledMessage];
}
