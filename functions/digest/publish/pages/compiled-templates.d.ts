/** Handlebars template specifications by name, as `templates/precompile.ts` writes them. */
export declare const templates: Readonly<Record<string, object>>;
