export { renderNotice, type NoticeTelling, type RenderedNotice } from "./notices/render-notice.js";
export { InvalidTemplatesError } from "./templating/invalid-templates-error.js";
export { localeDataFingerprint } from "./templating/locale-data-fingerprint.js";
export { placeholders } from "./templating/placeholders.js";
export { readTemplatePacks } from "./templating/read-packs.js";
export { standardTemplates } from "./templating/standard-templates.js";
export { templateCoverage, type LanguageCoverage } from "./templating/template-coverage.js";
export { templateLibrary, type TemplateLibrary } from "./templating/template-library.js";
export {
  responsibleParties,
  templatePackSchema,
  type ResponsibleParty,
  type TemplatePack,
} from "./templating/template-pack.js";
export { renderTimeline, type Timeline, type TimelineOptions, type TimelineStep } from "./timeline/render-timeline.js";
export { responsibleParty } from "./timeline/responsible-party.js";
export { timelineSvg } from "./timeline/timeline-svg.js";
export { protectText, type ProtectedText } from "./translation/protect-text.js";
export type { ProtectedKind } from "./translation/protected-patterns.js";
export { protectedValues, type ProtectedValue } from "./translation/protected-values.js";
export { restoreText } from "./translation/restore-text.js";
export { TranslationRefusedError } from "./translation/translation-refused-error.js";
