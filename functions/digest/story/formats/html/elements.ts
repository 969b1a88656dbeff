import { STRUCK, STRUCK_ELEMENTS } from "../block-roles.ts";
import type { BlockKind } from "../document.ts";
import type { HintReader } from "./hints.ts";

export const VOID_ELEMENTS = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);

/** What an opening element closes if it is the innermost open one. */
export const IMPLIED_CLOSES = new Map<string, ReadonlySet<string>>([
  ["tr", new Set(["tr", "th", "td"])],
  ["th", new Set(["th", "td"])],
  ["td", new Set(["th", "td", "thead"])],
  ["tbody", new Set(["thead", "tbody", "tr", "td", "th"])],
  ["li", new Set(["li", "p"])],
  ["dt", new Set(["dt", "dd", "p"])],
  ["dd", new Set(["dt", "dd", "p"])],
  ["a", new Set(["a"])],
  ["option", new Set(["option"])],
  ["body", new Set(["head"])],
]);
export const CLOSES_PARAGRAPH = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form " +
    "header hr main nav ol pre section table ul"
  ).split(" "),
);
export const PARAGRAPH = new Set(["p"]);

export const FOREIGN_SHAPES = new Set(
  "svg path use circle rect line g polygon polyline ellipse stop image defs lineargradient clippath mask".split(
    " ",
  ),
);

export const BLOCK_ELEMENTS = new Set(
  (
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul " +
    "caption legend amp-accordion article-body"
  ).split(" "),
);
/** Elements whose text is no prose, is not shown, or spells what stands beside it. */
const UNREAD_ELEMENTS = new Set(
  (
    "rt title script style template noscript svg math iframe object embed applet canvas video audio select button textarea " +
    "datalist map noframes noembed rp amp-ad amp-consent progress meter"
  ).split(" "),
);
const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["li", "list item"],
  ["dd", "list item"],
  ["blockquote", "quotation"],
  ["pre", "code"],
  ["figcaption", "caption"],
  ["caption", "caption"],
]);
export const FIELDS = new Set(["email", "text", "search", "password"]);
/** Kinds that hold for everything in their element. */
const INHERITED = new Set<BlockKind>(["list item", "quotation", "code", "caption"]);

/** What text in an element is. */
export function kindOf(name: string, outer: BlockKind): BlockKind {
  const own = KINDS.get(name);
  if (own !== undefined) {
    return own;
  }
  return INHERITED.has(outer) ? outer : "paragraph";
}

const NOT_SHOWN = /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i;

/** Whether its source names an element as the story. */
export function isStoryElement(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return (
    name === "article" ||
    name === "main" ||
    attributes.get("role") === "main" ||
    (attributes.size > 0 && /articleBody/i.test(attributes.get("itemprop") ?? ""))
  );
}

export type Unread = "no prose" | "hidden" | typeof STRUCK | undefined;

/** Whether the text in an element is no prose, is not shown, or is struck out. */
export function unreadOf(name: string, attributes: ReadonlyMap<string, string>, hints: HintReader): Unread {
  if (UNREAD_ELEMENTS.has(name)) {
    return "no prose";
  }
  if (STRUCK_ELEMENTS.has(name)) {
    return STRUCK;
  }
  return attributes.size > 0 && isHidden(name, attributes, hints) ? "hidden" : undefined;
}

/** Panels that the reader opens: an accordion's and a tab's, by the patterns of WAI-ARIA. */
const PANEL = /^(?:region|tabpanel)$/;
/** What React's server sends after the page, for a script to put in its place. */
const STREAMED = /^S:/;

function isHidden(name: string, attributes: ReadonlyMap<string, string>, hints: HintReader): boolean {
  return (
    isConcealed(name, attributes, hints) &&
    !(PANEL.test(attributes.get("role") ?? "") || STREAMED.test(attributes.get("id") ?? ""))
  );
}

function isConcealed(name: string, attributes: ReadonlyMap<string, string>, hints: HintReader): boolean {
  return (
    attributes.has("hidden") ||
    attributes.get("aria-hidden") === "true" ||
    NOT_SHOWN.test(attributes.get("style") ?? "") ||
    (!BLOCK_ELEMENTS.has(name) && hints.hintOf(name, attributes) !== undefined)
  );
}

/** An open element. */
export interface Open {
  readonly name: string;
  readonly element: number;
  readonly kind: BlockKind;
  readonly level: number;
  readonly isBlock: boolean;
  readonly isLinked: boolean;
  /** Why its text is passed over: an element without prose, or one that is not shown. */
  readonly unread: Unread;
  readonly names: string;
}

/** What stands around the page. */
export const ROOT: Open = {
  name: "",
  element: 0,
  kind: "paragraph",
  level: 0,
  isBlock: true,
  isLinked: false,
  unread: undefined,
  names: "",
};
