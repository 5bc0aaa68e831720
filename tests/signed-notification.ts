import { generateKeyPairSync, sign } from "node:crypto";

/** What belongs to a person, and may be in no error. */
export const personal = { buyer: "planted-buyer", street: "Planted Street 1", number: "LZ123456785CN", order: "12-34567-89012" };

/** The name of eBay's key. */
export const kid = "9936261a-7d7b-4621-a0f1-96ccb428af49";
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** That key, as eBay hands it out. */
export const { publicKey } = pair;

/** A notification as eBay sends and signs it. */
export function notification(text: string, id = "N-1"): { readonly body: Uint8Array; readonly headers: Record<string, string> } {
  const data = {
    messageId: `M-${id}`,
    conversationId: "C-1",
    conversationType: "FROM_MEMBERS",
    senderUsername: personal.buyer,
    subject: "Tischlampe",
    messageBody: text,
    referenceId: "110553500001",
    referenceType: "LISTING",
    createdDate: "2026-03-03T14:30:00.000Z",
  };
  const body = JSON.stringify({
    metadata: { topic: "NEW_MESSAGE", schemaVersion: "1.0", deprecated: false },
    notification: {
      notificationId: id,
      eventDate: "2026-03-03T14:30:00.000Z",
      publishDate: "2026-03-03T14:30:01.000Z",
      publishAttemptCount: 1,
      data,
    },
  });
  const signature = sign("sha1", Buffer.from(body), pair.privateKey).toString("base64");
  const header = Buffer.from(JSON.stringify({ alg: "ecdsa", kid, signature, digest: "SHA1" })).toString("base64");
  return { body: new TextEncoder().encode(body), headers: { "x-ebay-signature": header } };
}
