import ar from "../templates/ar.json" with { type: "json" };
import de from "../templates/de.json" with { type: "json" };
import en from "../templates/en.json" with { type: "json" };
import es from "../templates/es.json" with { type: "json" };
import fr from "../templates/fr.json" with { type: "json" };
import id from "../templates/id.json" with { type: "json" };
import it from "../templates/it.json" with { type: "json" };
import ja from "../templates/ja.json" with { type: "json" };
import ko from "../templates/ko.json" with { type: "json" };
import nl from "../templates/nl.json" with { type: "json" };
import pl from "../templates/pl.json" with { type: "json" };
import pt from "../templates/pt.json" with { type: "json" };
import ru from "../templates/ru.json" with { type: "json" };
import th from "../templates/th.json" with { type: "json" };
import tr from "../templates/tr.json" with { type: "json" };
import vi from "../templates/vi.json" with { type: "json" };
import zh from "../templates/zh.json" with { type: "json" };
import zhHant from "../templates/zh-hant.json" with { type: "json" };
import type { TemplatePack } from "./template-pack.js";

/** The templates that ship with the package: one pack a language, and a second one of Chinese for the traditional script. */
export const standardTemplates = [
  ar,
  de,
  en,
  es,
  fr,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  th,
  tr,
  vi,
  zh,
  zhHant,
] as unknown as readonly TemplatePack[];
