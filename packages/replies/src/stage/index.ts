export { followUpsStage } from "../follow-ups/follow-ups-stage.js";
export { noticesStage } from "../notices/notices-stage.js";
export { replyStage } from "../reply/reply-stage.js";
