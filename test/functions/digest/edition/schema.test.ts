import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { editionJsonSchema } from "../../../../local/schema/edition-json-schema.ts";
import { createRig, SLOTS, textOf } from "../../../support/rig.ts";

const validate = new Ajv2020().compile(editionJsonSchema());

describe("the published JSON Schema of edition.json", () => {
  it("matches the types used by the code (npm run schema)", () => {
    const published = new URL("../../../../docs/edition.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(editionJsonSchema());
  });

  it("accepts a baseline, a busy day and a quiet day", async () => {
    const rig = createRig();
    const text =
      "Twelve boats sank in the storm. The harbour lost 12 boats and 3 cranes on Monday. Nobody was hurt.";
    await rig.put({
      "a.txt": text,
      "b.txt": `${text} It rained.`,
      "c.txt": `${text} It snowed.`,
      "d.txt": `${text} Fog.`,
    });
    const baseline = await rig.run(SLOTS[0]);
    await rig.put({
      "a.txt": text.replace("12", "19"),
      "e.txt": `${text} It rained.`,
      "c.txt": "",
      "f.txt": "The roof of the school fell in. Pupils are taught in the gym until spring.",
    });
    await rig.corpus.remove("b.txt");
    await rig.corpus.remove("d.txt");
    const busy = await rig.run(SLOTS[1]);
    const quiet = await rig.run(SLOTS[2]);
    expect(busy.counts).toMatchObject({ added: 1, revised: 1, renamed: 1, removed: 1, heldBack: 1 });
    for (const result of [baseline, busy, quiet]) {
      const edition: unknown = JSON.parse(await textOf(rig.state, result.edition ?? ""));
      expect(validate(edition), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it("rejects an unknown field", () => {
    expect(validate({ version: 1, slot: "2026-11-20T07:00:00Z", extra: 1 })).toBe(false);
  });
});
