/** `npm run schema`: writes the JSON Schema of `edition.json`, generated from the code's own types. */
import { writeFileSync } from "node:fs";
import { editionJsonSchema } from "./edition-json-schema.ts";

const path = new URL("../../docs/edition.schema.json", import.meta.url);
writeFileSync(path, `${JSON.stringify(editionJsonSchema(), null, 2)}\n`);
console.log("wrote docs/edition.schema.json");
