import { linkHref, storyHref } from "../../wording/links.ts";
import { keyText } from "../../wording/safe-text.ts";
import type { Telling } from "../types.ts";
import type { PlaceView } from "./view-types.ts";

/** Of what is in no one place. */
export const NOWHERE = { key: "", href: "", history: "" } as const satisfies PlaceView;

/** The key of a story in at most `max` letters, with its links; of one that is gone only its history can be opened. */
export function placeView(
  key: string,
  { storyUrl, links, slot }: Telling,
  { max, isGone = false }: { readonly max: number; readonly isGone?: boolean },
): PlaceView {
  return {
    key: keyText(key, max),
    href: isGone ? "" : storyHref(storyUrl, key),
    history: linkHref(links.history, { slot, key }),
  };
}
