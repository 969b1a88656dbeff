import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readAccess } from "../../../../functions/digest/access/access.ts";
import { feedKeys, linkKey, signKey } from "../../../../functions/digest/access/sign.ts";
import { ACCESS_KEY } from "../../../../functions/digest/keys.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const ACCESS = { id: "k7", secret: "0f".repeat(32), password: "abcde-fghij-klmno-pqrst" };

test("a key says what it opens and until when, and half a signature", () => {
  const key = signKey(ACCESS, "all", Date.parse("2027-02-19T07:00:00.999Z"));
  const signature = createHmac("sha256", ACCESS.secret).update("a1803020400").digest().subarray(0, 17);
  expect(key).toBe(`k7.a1803020400.${signature.toString("base64url").slice(0, 22)}`);
});

test("the links of an edition have one key, whoever reads it and however often it is made", () => {
  const slot = "2026-11-21T07:00:00Z";
  expect(linkKey(ACCESS, slot, 90)).toBe(signKey(ACCESS, "all", Date.parse("2027-02-19T07:00:00Z")));
  expect(linkKey(ACCESS, slot, 90)).not.toBe(linkKey(ACCESS, "2026-11-22T07:00:00Z", 90));
  expect(linkKey(ACCESS, slot, 90)).not.toBe(linkKey({ ...ACCESS, secret: "1f".repeat(32) }, slot, 90));
});

test("feeds have the same address for a month, and a key for feeds only", () => {
  const first = feedKeys(ACCESS, new Date("2026-11-01T00:00:00Z"), 90);
  expect(feedKeys(ACCESS, new Date("2026-11-30T23:59:59Z"), 90)).toEqual(first);
  expect(feedKeys(ACCESS, new Date("2026-12-01T00:00:00Z"), 90)).not.toEqual(first);
  expect(first.feeds).toBe(signKey(ACCESS, "feeds", Date.parse("2028-01-06T00:00:00Z")));
  expect(first.pages).toBe(signKey(ACCESS, "all", Date.parse("2027-03-02T00:00:00Z")));
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
