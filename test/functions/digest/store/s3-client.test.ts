import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createS3Client } from "../../../../functions/digest/store/s3-client.ts";

const { sha256: Sha256 } = createS3Client().config;

/** Test cases 1, 2 and 6 of RFC 4231. */
const HMACS = [
  [Buffer.alloc(20, 0x0b), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [
    Buffer.from("Jefe"),
    "what do ya want for nothing?",
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  [
    Buffer.alloc(131, 0xaa),
    "Test Using Larger Than Block-Size Key - Hash Key First",
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
] as const;

async function digested(
  data: readonly (string | Uint8Array)[],
  secret?: string | Uint8Array,
): Promise<string> {
  const hash = new Sha256(secret);
  for (const piece of data) {
    hash.update(piece);
  }
  return Buffer.from(await hash.digest()).toString("hex");
}

describe("the hash of the signer", () => {
  it.each(HMACS)("is an HMAC with a key: %s", async (key, text, expected) => {
    const asked = [
      await digested([text], key),
      await digested([text.slice(0, 3), Buffer.from(text.slice(3))], key),
    ];
    expect(asked).toEqual([expected, expected]);
    expect(await digested([text], new Uint8Array(key))).toBe(expected);
  });

  it("is that of its own key, also of keys in one buffer, and of a text", async () => {
    const bytes = Buffer.from("one key and another");
    const [one, another] = [bytes.subarray(0, 7), bytes.subarray(12)];
    const hmac = (key: string) => createHmac("sha256", key).update("a request").digest("hex");
    expect(await digested(["a request"], one)).toBe(hmac("one key"));
    expect(await digested(["a request"], another)).toBe(hmac("another"));
    expect(await digested(["a request"], "one key")).toBe(hmac("one key"));
  });

  it("is plain without a key", async () => {
    const plain = createHash("sha256").update("a request").digest("hex");
    expect(await digested(["a ", "request"])).toBe(plain);
  });
});
