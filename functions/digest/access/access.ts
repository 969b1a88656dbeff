import * as v from "valibot";
import { ACCESS_KEY } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../store/json.ts";

/**
 * What opens a private archive. The stack makes it, in the state bucket and where the archive is served; whoever reads it
 * can read the archive.
 */
export interface Access {
  /** Name of the secret, `k1`: each key says by which it was signed, so that one can be replaced while the other still opens. */
  readonly id: string;
  /** 64 hexadecimal digits; keys are signed with it. */
  readonly secret: string;
  /** What readers type where the archive asks for a password. */
  readonly password: string;
}

export const AccessSchema = v.object({
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^k[1-9]\d{0,8}$/)),
  secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  password: v.pipe(v.string(), v.regex(/^[a-z2-7-]{16,64}$/)),
});

/** Reads what opens the archive; throws `CorruptStateError` if it is missing or damaged. One GET. */
export async function readAccess(state: ObjectStore): Promise<Access> {
  return await readJson(state, ACCESS_KEY, AccessSchema, "what opens the archive");
}
