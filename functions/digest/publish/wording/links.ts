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

function isWebAddress(href: string): boolean {
  const protocol = URL.parse(href)?.protocol;
  return protocol === "http:" || protocol === "https:";
}
