/** What decides: this policy alone over facts, a case, or a raw customer message; or a calculation that answers a request. */
export type TestInput =
  | { readonly kind: "facts"; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly kind: "case"; readonly caseFile: Readonly<Record<string, unknown>> }
  | { readonly kind: "message"; readonly text: string; readonly channel: string }
  | {
      readonly kind: "calculation";
      readonly calculation: string;
      readonly request: Readonly<Record<string, unknown>>;
      readonly packs: Readonly<Record<string, unknown>>;
    };

/** One test, tables unrolled. */
export interface PolicyTest {
  readonly file: string;
  readonly policy: string;
  /** The test's name, and the row's after it. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** Where it stands in the file. */
  readonly path: readonly PropertyKey[];
  /** Of a row: where its table stands. */
  readonly inherited?: readonly PropertyKey[];
  readonly at?: string;
  readonly input: TestInput;
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly exact: boolean;
  readonly because?: readonly string[];
  readonly todo?: string;
  readonly review?: string;
}
