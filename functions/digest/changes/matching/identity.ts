import { hash } from "node:crypto";
import type { Story } from "../../story/types.ts";
import { fold } from "../../text/fold.ts";
import { shinglesOf } from "../../text/shingles.ts";

/** What a story is recognised by under another key. */
export interface Identity {
  /** Hash of its folded text, with status and editors' note. */
  readonly folded: string;
  /** Hash of its folded headline. */
  readonly headline: string;
  /** The sketch of its body; see {@link sketchValues}. */
  readonly sketch: string;
}

/** Short shingles, so that in a story of two sentences one changed word leaves most of them as they were. */
const SKETCH_WORDS = 3;

/** Values of a sketch: 96 bytes. */
export const SKETCH_VALUES = 24;

const HEADLINE_BYTES = 9;
const TEXT_BYTES = 15;

/** The identity of a story; linear in its text. */
export function identityOf({ text, status = "", note = "", headline, paragraphs }: Story): Identity {
  return {
    folded: hashOf([text, status, note].map(fold).join("\0"), TEXT_BYTES),
    headline: hashOf(fold(headline), HEADLINE_BYTES),
    sketch: sketchOf(paragraphs.join("\n")),
  };
}

/**
 * The smallest hashes of the shingles of a text, all of them if there are no more (bottom-k sketch; Broder, "On the
 * resemblance and containment of documents", 1997): the share of values that two sketches have in common estimates
 * the share of the shingles that their texts have in common.
 */
function sketchOf(text: string): string {
  const values = shinglesOf(text, SKETCH_WORDS).toSorted().subarray(0, SKETCH_VALUES);
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) {
    bytes.writeUInt32LE(value, 4 * at);
  }
  return bytes.toString("base64url");
}

/** The values of a sketch, ascending. */
export function sketchValues(sketch: string): Uint32Array {
  const bytes = Buffer.from(sketch, "base64url");
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(4 * at));
}

function hashOf(text: string, bytes: number): string {
  return hash("sha256", text, "buffer").subarray(0, bytes).toString("base64url");
}
