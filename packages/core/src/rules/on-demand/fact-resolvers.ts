/** Fetches facts by name. Each is called at most once a run, and only when a rule reads its fact. */
export type FactResolvers = Readonly<Record<string, () => unknown>>;
