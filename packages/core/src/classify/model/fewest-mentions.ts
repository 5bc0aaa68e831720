/** A message that names fewer concepts, or pairs of them, counts each as if it named so many: one word alone is little to go by. */
export const fewestMentions = 3;
