import { precompileTemplates } from "../../templates/precompile.ts";

/** Tests see the templates as they are now. */
export function setup(): void {
  precompileTemplates();
}
