/** Thrown where an input can't be read at all. */
export class UnreadableInputError extends Error {}
