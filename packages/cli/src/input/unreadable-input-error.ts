/** Thrown where an input can't be read at all: `main` prints it and exits with 2. */
export class UnreadableInputError extends Error {}
