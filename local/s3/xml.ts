const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A document with this root element; `inside` is already XML. */
export function xmlDocument(root: string, inside: string): string {
  return `${DECLARATION}<${root} ${NAMESPACE}>${inside}</${root}>`;
}

/** One element with escaped text. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** Escapes text; characters that XML cannot carry become references, as in S3's own responses. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"'\p{Cc}]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** The texts of all elements with this name and no child elements, at any depth. */
export function textsOf(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, text]) =>
    unescapeXml(text ?? ""),
  );
}

function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "0", hex === undefined ? 10 : 16))
        : (NAMED[name] ?? whole),
  );
}
