/** An angry buyer at eBay, as its topic NEW_MESSAGE tells. */
export const ebayMessage = {
  metadata: { topic: "NEW_MESSAGE", schemaVersion: "1.0", deprecated: false },
  notification: {
    notificationId: "5d4f9c0a-1f5b-4d6b-9c37-000000000001",
    eventDate: "2026-03-03T14:30:00.000Z",
    publishDate: "2026-03-03T14:30:01.000Z",
    publishAttemptCount: 1,
    data: {
      messageId: "M-20260303-1",
      conversationId: "C-77120",
      conversationType: "FROM_MEMBERS",
      senderUsername: "anna-k",
      recipientUsername: "lamp-shop",
      subject: "Tischlampe Eiche",
      messageBody: "Wo bleibt mein Paket? Ich warte seit 45 Tagen auf die Lampe. Das ist eine Frechheit, ich will mein Geld zurück!",
      referenceId: "110553500001",
      referenceType: "LISTING",
      createdDate: "2026-03-03T14:30:00.000Z",
    },
  },
};

/** A question before the sale, as a mail server hands it over. */
export const email = [
  "From: Tom Miller <tom.miller@example.com>",
  "To: help@lamp-shop.example",
  "Subject: =?utf-8?Q?Oak_table_lamp_=E2=80=93_a_question?=",
  "Date: Tue, 3 Mar 2026 09:41:00 -0500",
  "Message-ID: <20260303144100.1@example.com>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Hello, is the oak table lamp available in black, and does it work with 110=C2=A0V?",
  "",
  "Best regards",
  "Tom",
  "",
].join("\r\n");
