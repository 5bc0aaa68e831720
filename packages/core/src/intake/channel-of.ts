import type { Finding } from "../errors/finding.js";
import { didYouMean } from "../errors/nearest-word.js";
import { quoted } from "../errors/quoted.js";
import { channels, type Channel } from "../model/words.js";
import words from "./channel-words.json" with { type: "json" };

const byWord = new Map<string, Channel>(
  channels.flatMap((channel) => [channel, ...words[channel]].map((word): [string, Channel] => [word, channel])),
);

/** The channel a host's word stands for (`e-mail`, `WhatsApp`, `web form`), or what is wrong with the word. */
export function channelOf(word: unknown, path: string): Channel | Finding {
  const plain = typeof word === "string" ? word.trim().toLowerCase().slice(0, 100) : "";
  const channel = byWord.get(plain) ?? byWord.get(plain.replace(/[\s-]+/g, "_"));
  return (
    channel ?? {
      code: "channel_unknown",
      message: `${quoted(word)} is not a channel`,
      path,
      expected: `one of ${channels.join(", ")}`,
      ...didYouMean(plain, [...byWord.keys()]),
    }
  );
}
