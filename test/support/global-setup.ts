import { precompileTemplates } from "../../templates/precompile.ts";

/** Compiles the templates, so that tests see their current state. */
export function setup(): void {
  precompileTemplates();
}
