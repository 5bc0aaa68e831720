import type { Message } from "../model/message.js";

/** A message of a case's thread, with what intake knows beyond the model. */
export type ThreadMessage = Message & {
  /** The channel's own thread. */
  readonly thread?: string;
  /** Which agent wrote it, where an agent did. */
  readonly agent?: string;
};
