/** Thrown where a command line can't be followed: an unknown option, a missing value. `main` prints it and exits with 2. */
export class UsageError extends Error {}
