import { toJsonSchema } from "@valibot/to-json-schema";
import { EditionSchema } from "../../functions/digest/edition/schema.ts";

/** The JSON Schema (draft 2020-12) of `edition.json`. */
export function editionJsonSchema(): object {
  return {
    ...toJsonSchema(EditionSchema, { target: "draft-2020-12" }),
    $id: "edition.schema.json",
    title: "Edition",
    description: "The digest of one slot, as the function stores it in edition.json.",
  };
}
