/** The public entries of the packages, by specifier. The module is written for each run from what the tarballs export. */
export declare const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
