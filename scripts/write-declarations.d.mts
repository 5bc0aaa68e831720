/** Writes the declarations of the entries of the package whose folder is the working directory, beside its modules. */
export declare function writeDeclarations(sources: readonly string[]): void;
