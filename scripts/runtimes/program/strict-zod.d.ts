/**
 * Tells zod not to try `new Function`: under a strict policy the attempt is refused and does no harm, but is reported. The module is written
 * for each run, since zod is there for the packages alone.
 */
export declare function keepZodFromEvaluating(): void;
