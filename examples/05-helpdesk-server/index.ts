import { createSeventeenTrackAdapter } from "@amends/adapters/carriers/17track";
import { createEbayAdapter, createEbayClient, createEbayKeys } from "@amends/adapters/marketplaces/ebay";
import { createEcbRates } from "@amends/adapters/rates/ecb";
import { createMemoryTimers } from "@amends/adapters/timers/memory";
import { createDeepLTranslator } from "@amends/adapters/translation/deepl";
import { fixedClock } from "@amends/core/contracts";
import { formatMoney } from "@amends/core/money";
import { createDesk } from "@amends/desk";
import { createCaseStore } from "./case-store.js";
import { listen, ListenError } from "./listen.js";
import { email, ebayMessage } from "./samples.js";
import { createHelpdesk } from "./server.js";
import { createStandIn, signedNotification } from "./stand-in.js";

// The samples are of 3 March 2026, and so is the desk's day. Where the stand-in's address is left out, the adapters call the vendors.
const clock = fixedClock(Date.UTC(2026, 2, 3, 15));
const standIn = createStandIn();
const vendors = await listen(standIn.app, "0");

const seller = "lamp-shop";
const token = { clientId: "stand-in-id", clientSecret: "stand-in-secret" };
const ebay = { token, baseUrl: `${vendors.url}/ebay`, clock };
const store = createCaseStore();
const timers = createMemoryTimers({ onDue: ({ key }) => console.log(`due: ${key}`), clock });
const desk = createDesk({
  clock,
  adapters: {
    marketplaces: [createEbayAdapter({ ...ebay, seller })],
    carriers: [createSeventeenTrackAdapter({ apiKey: "stand-in-key", baseUrl: `${vendors.url}/17track`, clock })],
    rates: createEcbRates({ baseUrl: `${vendors.url}/ecb`, clock }),
    translator: createDeepLTranslator({ key: "stand-in-key", baseUrl: `${vendors.url}/deepl`, clock }),
    timers,
    store,
  },
});
desk.on("adapter_failed", ({ adapter, error }) => console.error(`${adapter} failed: ${(error as Error).message}`));

const mailToken = "stand-in-mail-token";
const helpdesk = createHelpdesk({
  desk,
  store,
  ebayKeys: createEbayKeys({ client: createEbayClient(ebay), clock }),
  seller,
  endpoint: { token: "stand-in-verification-token-of-32-characters", url: "https://lamp-shop.example/webhooks/ebay" },
  mailToken,
  ownAddresses: ["@lamp-shop.example"],
});
const keepsServing = !process.argv.includes("--once");
const server = await listen(helpdesk, keepsServing ? (process.env["PORT"] ?? "8787") : "0").catch((error: unknown) => {
  if (!(error instanceof ListenError)) throw error;
  console.error(error.message);
  process.exit(2);
});

const post = async (path: string, body: string, headers: Record<string, string>) =>
  (await fetch(`${server.url}${path}`, { method: "POST", body, headers })).status;
const notification = signedNotification(ebayMessage);
const authorization = `Bearer ${mailToken}`;
console.log("a notification of eBay  ", await post("/webhooks/ebay", notification.body, notification.headers));
console.log("the same once more      ", await post("/webhooks/ebay", notification.body, notification.headers));
console.log("one somebody changed    ", await post("/webhooks/ebay", notification.body.replace("45", "54"), notification.headers));
console.log("an e-mail               ", await post("/webhooks/email", email, { authorization }));
console.log("one without the password", await post("/webhooks/email", email, {}));

for (const { customer, classification, sla, remedies, reply } of store.list().toReversed()) {
  console.log(`\n${customer?.name}: ${classification?.issueType}, ${classification?.sentiment}, answer by ${sla?.answerDueAt}`);
  for (const { remedy, cost } of remedies && "choices" in remedies ? remedies.choices : [])
    console.log(`  offer ${remedy}${cost ? `, ${formatMoney(cost, "en")}` : ""}`);
  console.log(`  ${reply?.text.split("\n\n").slice(0, 2).join(" ")} …`);
}
console.log(`\n${timers.pending().length} timers set. Asked on the way:`);
for (const [what, times] of standIn.asked) console.log(`  ${what}, ${times}×`);

if (keepsServing) {
  console.log(`\nThe cases are at ${server.url}. Stop with Ctrl+C.`);
} else {
  await timers.close();
  await server.close();
  await vendors.close();
}
