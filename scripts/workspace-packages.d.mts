export interface WorkspacePackage {
  /** Its folder, from the workspace's root. */
  readonly folder: string;
  /** Its package.json. */
  readonly file: string;
  readonly manifest: { readonly name: string; readonly version: string };
}

/** Every package of the workspace, by folder name. */
export declare function workspacePackages(): WorkspacePackage[];

/** What users can import of a package, and the sources behind it. */
export declare function publicEntries(entry: WorkspacePackage): { readonly specifier: string; readonly source: string }[];
