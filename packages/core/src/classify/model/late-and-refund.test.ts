import { expect, it } from "vitest";
import { createClassificationStage } from "../classification-stage.js";
import { standardModel } from "./standard-model.js";

const stage = createClassificationStage({ model: standardModel });

/** What is wrong is that it is late; the money is what they want for it. */
const messages: Readonly<Record<string, readonly string[]>> = {
  ar: ["متأخر 45 يوم، أريد استرجاع فلوسي", "الطلب متأخر 45 يوما وأريد استرداد المبلغ"],
  de: ["45 Tage zu spät, ich will mein Geld zurück", "Mein Paket ist 45 Tage überfällig, ich will eine Erstattung"],
  en: ["45 days late, I want my money back", "My parcel is 45 days late, refund me"],
  es: ["45 días de retraso, quiero que me devuelvan el dinero", "Mi pedido lleva 45 días de retraso, quiero mi dinero de vuelta"],
  fr: ["45 jours de retard, je veux être remboursé", "Mon colis a 45 jours de retard, remboursez-moi"],
  id: ["telat 45 hari, saya mau uang kembali", "Paket terlambat 45 hari, saya minta refund"],
  it: ["Il pacco è in ritardo di 45 giorni, voglio il rimborso"],
  ja: ["45日遅れています。返金してほしい", "荷物が45日も遅れています、返金してください"],
  ko: ["45일이나 늦었어요 환불해 주세요", "택배가 45일 늦고 있어요. 돈 돌려받고 싶어요"],
  nl: ["45 dagen te laat, ik wil mijn geld terug", "Mijn pakket is 45 dagen te laat, ik wil een terugbetaling"],
  pl: ["45 dni spóźnienia, chcę zwrotu pieniędzy", "Paczka jest spóźniona o 45 dni, chcę zwrot pieniędzy"],
  pt: ["45 dias de atraso, quero meu dinheiro de volta", "A encomenda está 45 dias atrasada, quero reembolso"],
  ru: ["45 дней опоздания, верните деньги", "Посылка опаздывает на 45 дней, хочу вернуть деньги"],
  th: ["ช้าไป 45 วันแล้ว ขอเงินคืน", "พัสดุล่าช้า 45 วัน อยากได้เงินคืน"],
  tr: ["45 gün gecikti, paramı geri istiyorum", "Kargom 45 gündür gecikti, iade istiyorum"],
  vi: ["trễ 45 ngày rồi, tôi muốn hoàn tiền", "Hàng giao trễ 45 ngày, cho tôi xin lại tiền"],
  zh: ["都晚了45天，我要退钱", "快递已经迟了45天了，我想要退款"],
};

it.each(Object.entries(messages))("reads a late parcel behind the money wanted for it: %s", (language, texts) => {
  for (const text of texts)
    expect(stage.run({ ticket: { channel: "live_chat", text, language } }, undefined, { now: 0 }).issueType, text).toBe("logistics_delay");
});
