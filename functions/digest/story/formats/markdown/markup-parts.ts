import type { MarkupParts } from "../../types.ts";
import { splitFrontMatter } from "./front-matter/front-matter.ts";

/** So many characters are looked at; what changed after them is called markup. */
const MAX_NAMED_MARKUP = 500_000;
/** A link or an image with its target, a line that defines a reference, an attribute with an address. */
const ADDRESSED =
  /(!?\[[^[\]\n]{0,300}\])\(([^()\n]{0,2000})\)|^ {0,3}\[[^[\]\n]{1,300}\]:[ \t]*(\S[^\n]{0,2000})|\b(href|src)="([^"\n]{0,2000})"/gm;

/** What a Markdown source, whose line ends are LF, has beside its text. Linear. */
export function markupPartsOf(source: string): MarkupParts {
  const start = source.slice(0, MAX_NAMED_MARKUP);
  const { body } = splitFrontMatter(start);
  const links: string[] = [];
  const images: string[] = [];
  const others = body.replaceAll(
    ADDRESSED,
    (...[, label, target, address, attribute, value]: readonly (string | undefined)[]) => {
      const isImage = label?.startsWith("!") === true || attribute === "src";
      (isImage ? images : links).push(target ?? address ?? value ?? "");
      return isImage ? "" : (label ?? "").slice(1, -1);
    },
  );
  return {
    "front matter": start.slice(0, start.length - body.length),
    links: links.join("\n"),
    images: images.join("\n"),
    markup: others.replaceAll(/\s+/g, "") + source.slice(MAX_NAMED_MARKUP),
  };
}
