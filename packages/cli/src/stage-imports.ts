/** Where a built module imports each standard stage from. */
export const stageImports: Readonly<Record<string, { readonly from: string; readonly exported: string }>> = {
  language: { from: "@amends/core/language/stage", exported: "languageStage" },
  classification: { from: "@amends/core/classify", exported: "classificationStage" },
  risk: { from: "@amends/compensation/stage", exported: "riskStage" },
  sla: { from: "@amends/sla/stage", exported: "slaStage" },
  assignment: { from: "@amends/routing/stage", exported: "routingStage" },
  remedies: { from: "@amends/compensation/stage", exported: "remediesStage" },
  reply: { from: "@amends/replies/stage", exported: "replyStage" },
  followUps: { from: "@amends/replies/stage", exported: "followUpsStage" },
  notices: { from: "@amends/replies/stage", exported: "noticesStage" },
};
