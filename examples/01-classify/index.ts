import { classifyTicket, detectLanguage } from "@amends/core";

const messages = [
  "45 days!!! I ordered on January 15 and there is still NOTHING. This is unacceptable.",
  "Die Hose ist leider zu klein, wie kann ich sie umtauschen?",
  "パッケージが濡れていて、中のカップが割れていました。",
  "我不想退款，只想知道包裹到哪里了",
  "لم يصلني الطلب حتى الآن رغم أن الموقع يقول تم التسليم",
];

for (const text of messages) {
  const { code } = detectLanguage(text);
  const { issueType, sentiment, urgency, evidence } = classifyTicket({ text, language: code });
  console.log(`${code}  ${issueType}, ${sentiment}, ${urgency}  ←  ${evidence.map(({ phrase }) => phrase).join(" · ")}`);
}
