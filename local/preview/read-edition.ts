import * as v from "valibot";
import { type Edition, EditionSchema } from "../../functions/digest/edition/schema.ts";

/** Reads an `edition.json`; throws one sentence that names the first problem. */
export function parseEdition(json: string): Edition {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), EditionSchema), json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue);
    throw new Error(
      `cannot read the edition: ${place === null ? "" : `${place}: `}${issue.message}: use an edition.json written by this version`,
    );
  }
  return parsed.output;
}
