/** The settings that let editors complete policies, tests and settings without a network. */
export function editorFiles(): Record<string, unknown> {
  return {
    ".vscode/settings.json": {
      "json.schemas": [
        { fileMatch: ["*.policy.json"], url: "./schemas/policy.schema.json" },
        { fileMatch: ["*.test.json"], url: "./schemas/policy-test.schema.json" },
        { fileMatch: ["*.lexicon.json"], url: "./schemas/lexicon.schema.json" },
        { fileMatch: ["amends.config.json"], url: "./schemas/settings.schema.json" },
      ],
      // `amends fmt` lays policies out; an editor's own formatter would break every object.
      "[json]": { "editor.formatOnSave": false, "editor.tabSize": 2 },
      "editor.rulers": [140],
    },
    ".vscode/extensions.json": { recommendations: ["EditorConfig.EditorConfig", "GitHub.vscode-github-actions"] },
  };
}
