/** What every command answers: 0 fine, 1 findings or failures, 2 bad usage or unreadable input. */
export const exitCodes = { fine: 0, findings: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
