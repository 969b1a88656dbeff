import { templateNamed } from "../template-named.ts";
import { withBreaks } from "../wording/safe-text.ts";
import { templates } from "./compiled-templates.js";
import type { EditionView } from "./view/view-types.ts";
import { wrapText } from "./wrap.ts";

const printHtml = templateNamed<EditionView>(templates, "digest.html");
const printText = templateNamed<EditionView>(templates, "digest.txt");

/** The HTML part: every value escaped by the template. */
export function renderHtml(view: EditionView): string {
  return withBreaks(printHtml(view));
}

/** The text part, at most 74 columns wide except for long words. */
export function renderText(view: EditionView): string {
  return wrapText(printText(view));
}
