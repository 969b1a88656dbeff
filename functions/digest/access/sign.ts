import { createHmac } from "node:crypto";
import type { Access } from "./access.ts";

/** Of 32 bytes of a signature, the first 16 and a little, in base64url: nobody guesses 132 bits. */
const SIGNATURE_LETTERS = 22;

const MS_A_DAY = 86_400_000;

/**
 * A key that opens the archive until a time, in milliseconds since 1970: the name of the secret, 22 letters of a signature, and the second at which it
 * ends, `k7.q3….1798700400`. It names no reader; the same input gives the same key. `infra/archive/viewer.js` checks it, where nothing of this code runs.
 */
export function signKey({ id, secret }: Access, until: number): string {
  const end = String(Math.floor(until / 1000));
  const signature = createHmac("sha256", secret).update(end).digest("base64url");
  return `${id}.${signature.slice(0, SIGNATURE_LETTERS)}.${end}`;
}

/** The key in the links of an edition, all its readers' the same: it opens the archive for some days from the edition's slot. */
export function linkKey(access: Access, slot: string, days: number): string {
  return signKey(access, Date.parse(slot) + days * MS_A_DAY);
}
