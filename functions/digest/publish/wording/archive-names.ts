import { createHash } from "node:crypto";

const ID_BYTES = 12;

/** The name of a story in addresses of the archive: 16 letters, made of its key and of nothing else. */
export function storyId(key: string): string {
  return createHash("sha256").update(key).digest().subarray(0, ID_BYTES).toString("base64url");
}

/** A slot in an address: `20261120T070000Z`. */
export function slotName(slot: string): string {
  return slot.replaceAll(/[-:]/g, "");
}
