import { createHmac } from "node:crypto";
import type { Access } from "./access.ts";

/** What a key opens: all of the archive, or its feeds, whose addresses stay in programs for years. */
export type Scope = "all" | "feeds";

const LETTERS: Readonly<Record<Scope, string>> = { all: "a", feeds: "f" };

/** Of 32 bytes of a signature, the first 16, in base64url: nobody guesses 128 bits. */
const SIGNATURE_LETTERS = 22;

const MS_A_DAY = 86_400_000;

/** Days for which a feed's key opens it, at least; a page that is opened later has a newer one. */
const FEED_DAYS = 400;
/** The days of a month, so that a key made on its last day lasts as long as it should. */
const MONTH_DAYS = 31;

/**
 * A key that opens the archive until a time, in milliseconds since 1970: `k1.a1798700400.` and 22 letters. It names no reader. The same
 * input gives the same key. `infra/archive/viewer.js` checks it, where nothing of this code runs.
 */
export function signKey({ id, secret }: Access, scope: Scope, until: number): string {
  const claim = `${LETTERS[scope]}${Math.floor(until / 1000)}`;
  const signature = createHmac("sha256", secret).update(claim).digest("base64url");
  return `${id}.${claim}.${signature.slice(0, SIGNATURE_LETTERS)}`;
}

/** The key in the links of an edition, all its readers' the same: it opens the archive for some days from the edition's slot. */
export function linkKey(access: Access, slot: string, days: number): string {
  return signKey(access, "all", Date.parse(slot) + days * MS_A_DAY);
}

/** The keys in a page's links to feeds, and in a feed's links to pages, which last as long as an email's; the same for all of a month in UTC. */
export function feedKeys(
  access: Access,
  now: Date,
  days: number,
): { readonly feeds: string; readonly pages: string } {
  const month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth()) + MONTH_DAYS * MS_A_DAY;
  return {
    feeds: signKey(access, "feeds", month + FEED_DAYS * MS_A_DAY),
    pages: signKey(access, "all", month + days * MS_A_DAY),
  };
}
