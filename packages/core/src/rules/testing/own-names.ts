/** The names that every object, list and function has, which no policy may add to. */
export const ownNames = (): string => [Object.prototype, Array.prototype, Function.prototype].flatMap(Reflect.ownKeys).map(String).join();
