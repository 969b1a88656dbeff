import type Handlebars from "handlebars";
import runtime from "handlebars/runtime.js";

/** The Handlebars runtime has no types of its own; these are the parts in use. */
declare module "handlebars/runtime.js" {
  function create(): Pick<typeof Handlebars, "template" | "registerPartial">;
}

/** A compiled template in its own environment, with all others as partials; throws if there is none of this name. */
export function templateNamed<View>(
  templates: Readonly<Record<string, object>>,
  name: string,
): (view: View) => string {
  const environment = runtime.create();
  for (const [partial, spec] of Object.entries(templates)) {
    environment.registerPartial(partial, environment.template(spec));
  }
  const spec = templates[name];
  if (spec === undefined) {
    throw new Error(`cannot render: there is no compiled template "${name}", run the precompiler`);
  }
  return environment.template<View>(spec);
}
