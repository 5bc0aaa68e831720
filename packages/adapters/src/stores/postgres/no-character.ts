/** A plan may hold it, and Postgres reads nothing out of a document that does. */
export const noCharacter = "\\u0000";
