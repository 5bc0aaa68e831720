export { createEbayAdapter, createEbayClient, type EbayClientOptions, type EbayCredentials, type EbayOptions } from "./ebay-adapter.js";
export {
  answerChallenge,
  createEbayKeys,
  parseWebhook,
  verifyWebhook,
  type EbayChallenge,
  type EbayKeys,
  type EbayKeysOptions,
  type EbayWebhookOptions,
} from "./webhook.js";
