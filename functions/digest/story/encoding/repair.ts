import type { Repaired } from "../types.ts";
import { restoreLost } from "./lost-marks.ts";
import { undoMojibake } from "./mojibake.ts";

/** How often a text can have been garbled on top of itself and still be followed. */
const MAX_PASSES = 8;

/**
 * Mends a text that went through the wrong encoding on its way: mojibake with its bytes intact is undone, layer by
 * layer; quotes, apostrophes and dashes that only left a bare "â" are restored from their context. A clean text
 * comes back as it is, whatever its language, and so does a repaired one. Linear in the length of the text.
 */
export function repairText(text: string): string {
  return repair(text).text;
}

/** As {@link repairText}, and counts the places. */
export function repair(text: string): Repaired {
  let repaired: Repaired = { text, repairs: 0 };
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
