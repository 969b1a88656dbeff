import { strToU8, zipSync } from "fflate";

/** Text in a run, with properties of the run. */
export function run(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs; plain text becomes one. `properties` are those of the paragraph. */
export function paragraph(content: string, properties = ""): string {
  const runs = content.includes("<") || content === "" ? content : run(content);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A paragraph in a style. */
export function styled(style: string, content: string): string {
  return paragraph(content, `<w:pStyle w:val="${style}"/>`);
}

/** A table of rows of cells; a cell is text or paragraphs. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (content: string): string =>
    `<w:tc><w:tcPr/>${content.startsWith("<w:") ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** `word/document.xml` with this body. */
export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

/** `docProps/core.xml` with these properties. */
export function coreXml(properties: string): string {
  return `<?xml version="1.0"?><cp:coreProperties xmlns:cp="cp">${properties}</cp:coreProperties>`;
}

/** `word/styles.xml` with these styles. */
export function stylesXml(styles: string): string {
  return `<?xml version="1.0"?><w:styles xmlns:w="w">${styles}</w:styles>`;
}

/** A style with a name, based on another or with properties. */
export function style(id: string, name: string, content = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
}

/** A DOCX file with this body and, by name, other entries. */
export function docx(body: string, entries: Readonly<Record<string, string>> = {}): Uint8Array {
  return archive({ "[Content_Types].xml": "<Types/>", "word/document.xml": documentXml(body), ...entries });
}

/** A ZIP archive of these entries. */
export function archive(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
    { level: 1 },
  );
}
