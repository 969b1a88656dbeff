import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";
import { templates } from "./compiled-templates.js";
import type { EditionView } from "./view/view-types.ts";
import { wrapText } from "./wrap.ts";

/** The Handlebars runtime has no types of its own; these are the parts in use. */
declare module "handlebars/runtime.js" {
  function create(): Pick<typeof Handlebars, "template" | "registerPartial">;
}

const printHtml = templateNamed("digest.html");
const printText = templateNamed("digest.txt");

/** The HTML part: every value escaped by the template. */
export function renderHtml(view: EditionView): string {
  return printHtml(view);
}

/** The text part, at most 74 columns wide except for long words. */
export function renderText(view: EditionView): string {
  return wrapText(printText(view));
}

/** A template in its own environment, with all others as partials; throws if there is none of this name. */
function templateNamed(name: string): (view: EditionView) => string {
  const environment = runtime.create();
  for (const [partial, spec] of Object.entries(templates)) {
    environment.registerPartial(partial, environment.template(spec));
  }
  const spec = templates[name];
  if (spec === undefined) {
    throw new Error(`cannot render an edition: there is no compiled template "${name}", run the precompiler`);
  }
  return environment.template<EditionView>(spec);
}
