import type { CommandEntry } from "../main.js";

/** What `amends --help` prints: every command, and how to try it. */
export function generalHelp(commands: Readonly<Record<string, CommandEntry>>): string {
  const entries = Object.values(commands);
  const width = Math.max(...entries.map(({ usage }) => usage.length));
  return `amends: after-sales policy as code

Usage: amends <command> [options]

${entries.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`).join("\n")}

Try it:
  npx amends check policies/
  echo '{"ticket":{"channel":"email","text":"My parcel is 45 days late!"}}' | npx amends run -

amends <command> --help says more. Every command reads standard input as "-".
Exit codes: 0 fine, 1 findings or failures, 2 bad usage or unreadable input.
Colours stand on terminals only, and NO_COLOR=1 turns them off; AMENDS_DEBUG=1 adds the stack to an unexpected error.
`;
}
