import { it } from "vitest";
import { replyStage, noticesStage } from "../stage/index.js";
import { fullCase, bareCase } from "./full-case.js";
it("x", () => {
  for (const l of (process.env["L"] ?? "en").split(",")) {
  for (const issue of (process.env["I"] ?? "logistics_delay").split(",")) {
  console.log(JSON.stringify(replyStage.run(fullCase(l, issue as never)), null, 1).replaceAll("\\n","\n"));
  console.log(replyStage.run(bareCase(l, issue as never)).text);
  }
  console.log(noticesStage.run({...fullCase(l, "logistics_delay"), event: {kind:"tracking_updated", at:"2026-03-03T15:00:00Z"}} as never));
  }
});
