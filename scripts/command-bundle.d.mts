import type { Plugin } from "esbuild";

/** Large data is parsed when something of it is asked for. */
export declare const lazyData: Plugin;

/** Writes the licences of what is bundled from elsewhere to a file. */
export declare function bundledLicenses(file: string): Plugin;

/** Leaves out zod's messages in other languages. */
export declare const onlyEnglishMessages: Plugin;
