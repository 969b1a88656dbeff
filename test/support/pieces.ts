import type { ListedObject } from "../../functions/digest/ports.ts";
import type { Step } from "../../functions/digest/scan/join-pages.ts";
import { cutStretches } from "../../functions/digest/scan/stretches/cut-stretches.ts";
import { joinPieces } from "../../functions/digest/scan/stretches/join-pieces.ts";
import { knownRange } from "../../functions/digest/scan/stretches/known-range.ts";
import { pagesOfObjects } from "../../functions/digest/store/object-page.ts";

/** The join of a snapshot with pages of a listing of which nothing is known. */
export function joinPages(
  text: AsyncIterable<Buffer>,
  pages: AsyncIterable<readonly ListedObject[]>,
): AsyncGenerator<readonly Step[], void, undefined> {
  const { pieces } = cutStretches(pagesOfObjects(pages), knownRange({}, []), {
    sizes: { min: 1, max: 1 },
    isStory: () => true,
  });
  return joinPieces(text, pieces);
}
