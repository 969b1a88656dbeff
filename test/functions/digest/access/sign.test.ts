import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readAccess } from "../../../../functions/digest/access/access.ts";
import { linkKey, signKey } from "../../../../functions/digest/access/sign.ts";
import { ACCESS_KEY } from "../../../../functions/digest/keys.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const ACCESS = { id: "k7", secret: "0f".repeat(32), password: "abcde-fghij-klmno-pqrst" };

test("a key says by which secret it was signed and until when it opens, and ends with a digit, as mail programs cut other ends of links", () => {
  const key = signKey(ACCESS, Date.parse("2027-02-19T07:00:00.999Z"));
  const signature = createHmac("sha256", ACCESS.secret).update("1803020400").digest("base64url");
  expect(key).toBe(`k7.${signature.slice(0, 22)}.1803020400`);
});

test("the links of an edition have one key, whoever reads it and however often it is made", () => {
  const slot = "2026-11-21T07:00:00Z";
  expect(linkKey(ACCESS, slot, 90)).toBe(signKey(ACCESS, Date.parse("2027-02-19T07:00:00Z")));
  expect(linkKey(ACCESS, slot, 90)).not.toBe(linkKey(ACCESS, "2026-11-22T07:00:00Z", 90));
  expect(linkKey(ACCESS, slot, 90)).not.toBe(linkKey({ ...ACCESS, secret: "1f".repeat(32) }, slot, 90));
});

test.each([
  ["missing", undefined, /it is missing/],
  ["no JSON", "secret", /it is not what this code writes/],
  ["of a later version", JSON.stringify({ version: 2, ...ACCESS }), /it is not what this code writes/],
  ["with an empty secret", JSON.stringify({ version: 1, ...ACCESS, secret: "" }), /not what this code/],
  ["with an id that would be no key", JSON.stringify({ version: 1, ...ACCESS, id: "k1.x" }), /not what/],
])("what opens the archive is refused if it is %s", async (_, content, expected) => {
  const state = createMemoryStore({ bucket: "state" });
  if (content !== undefined) {
    await state.write(ACCESS_KEY, Buffer.from(content));
  }
  await expect(readAccess(state)).rejects.toThrow(expected);
});
