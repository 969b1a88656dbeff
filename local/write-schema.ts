/** `npm run schema`: publishes the JSON Schema of `edition.json`, made from the types that the code uses. */
import { writeFileSync } from "node:fs";
import { editionJsonSchema } from "./edition-json-schema.ts";

const path = new URL("../docs/edition.schema.json", import.meta.url);
writeFileSync(path, `${JSON.stringify(editionJsonSchema(), null, 2)}\n`);
console.log("wrote docs/edition.schema.json");
