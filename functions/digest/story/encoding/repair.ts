import type { Repaired } from "../types.ts";
import { restoreLost } from "./lost-marks.ts";
import { undoMojibake } from "./mojibake.ts";

/** How many layers of garbling are undone at most. */
const MAX_PASSES = 8;
/** A text with more characters beyond ASCII is left as it is: twelve thousand garbled words are no story. */
const MAX_REPAIRED = 150_000;

/**
 * Repairs a text that was decoded with the wrong encoding: undoes mojibake whose bytes are intact, layer by
 * layer, and restores quotes, apostrophes and dashes reduced to a bare "â" from their context. Clean text in
 * any language comes back unchanged, and so does repaired text. Linear in the length of the text.
 */
export function repairText(text: string): string {
  return repair(text).text;
}

/** As {@link repairText}, with the number of repairs. */
export function repair(text: string): Repaired {
  let repaired: Repaired = { text, repairs: 0 };
  if (hasMoreBeyondAscii(text, MAX_REPAIRED)) {
    return repaired;
  }
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const lost = restoreLost(repaired.text);
    const whole = undoMojibake(lost.text);
    if (whole.text === repaired.text) {
      return repaired;
    }
    repaired = { text: whole.text, repairs: repaired.repairs + lost.repairs + whole.repairs };
  }
  return repaired;
}

/** Each character beyond ASCII takes a byte more at least, so that the bytes alone tell of most texts that they have fewer. */
function hasMoreBeyondAscii(text: string, most: number): boolean {
  if (text.length <= most || Buffer.byteLength(text) - text.length <= most) {
    return false;
  }
  let count = 0;
  for (let index = 0; index < text.length && count <= most; index += 1) {
    count += text.charCodeAt(index) > LAST_ASCII ? 1 : 0;
  }
  return count > most;
}

const LAST_ASCII = 0x7f;
