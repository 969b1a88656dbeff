import { slotName, storyId } from "./archive-names.ts";

/** Longer URLs take more of the email than they are worth. */
const MAX_HREF = 600;

/**
 * The URL of a story: `{key}` in the template is replaced with its key, encoded segment by segment. Empty if there is no
 * template, the result is not http or https or is too long, or the key has a segment `.` or `..`, which browsers would
 * resolve to another page.
 */
export function storyHref(template: string, key: string): string {
  if (template === "" || !key.isWellFormed()) {
    return "";
  }
  const segments = key.split("/");
  if (segments.includes(".") || segments.includes("..")) {
    return "";
  }
  const encoded = segments.map(encodeURIComponent).join("/");
  const href = template.replaceAll("{key}", () => encoded);
  return href.length <= MAX_HREF && isWebAddress(href) ? href : "";
}

/** What the address of a link may have: no space, and nothing with a meaning in HTML or to the mail service. */
const PLAIN_ADDRESS = /^https?:\/\/[^\s<>"'{}|\\^`\p{Cc}]+$/u;

/**
 * The URL of a page about an edition, or about a story in it: `{slot}` in the template is replaced with the name of the edition's slot, and where there is
 * a key, `{id}` with its {@link storyId}. Empty if there is no template, or the result is no web address or is
 * too long.
 */
export function linkHref(
  template = "",
  { slot, key }: { readonly slot: string; readonly key?: string },
): string {
  const href = template
    .replaceAll("{slot}", () => encodeURIComponent(slotName(slot.toWellFormed())))
    .replaceAll("{id}", () => (key === undefined ? "" : storyId(key)));
  return href.length <= MAX_HREF && PLAIN_ADDRESS.test(href) && isWebAddress(href) ? href : "";
}

function isWebAddress(href: string): boolean {
  const protocol = URL.parse(href)?.protocol;
  return protocol === "http:" || protocol === "https:";
}
