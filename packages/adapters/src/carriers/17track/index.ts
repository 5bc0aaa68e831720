export { parseTracking } from "./parse-tracking.js";
export {
  createSeventeenTrackAdapter,
  type SeventeenTrackAdapter,
  type SeventeenTrackOptions,
  type TrackedParcels,
} from "./seventeen-track-adapter.js";
export { parseWebhook, verifyWebhook } from "./webhook.js";
