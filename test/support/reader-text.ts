const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  zwnj: "",
  "#x27": "'",
  "#x60": "`",
  "#x3D": "=",
};

/** The words of an email's HTML as a reader sees them, on one line, without the head and hidden lines. */
export function readerText(html: string): string {
  return html
    .slice(html.indexOf("<body"))
    .replaceAll(/<div[^>]*display:none[^>]*>[^<]*<\/div>/g, "")
    .replaceAll(/<(?:\/?(?:p|h\d|li|td|tr|table|ul|ol|div)\b|br)[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&([#\w]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();
}
