import conversation from "../fixtures/conversation.json" with { type: "json" };
import conversations from "../fixtures/conversations.json" with { type: "json" };
import order from "../fixtures/order.json" with { type: "json" };

/** A token that no error may quote. */
export const token = async () => "planted-token";

/** Whose messages aren't the buyer's. */
export const seller = "lamp-shop";

/** What eBay answers to whatever the adapter asks. */
export const answers = (request: Request): Response => {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/sell/fulfillment/v1/order/")) return Response.json(order);
  if (pathname === "/commerce/message/v1/conversation") return Response.json(conversations);
  if (pathname.startsWith("/commerce/message/v1/conversation/")) return Response.json(conversation);
  return Response.json({ messageId: "9100", createdDate: "2026-03-03T15:00:00.000Z" });
};
