import { foldBlockText } from "../block-text.ts";
import { languageTag, statusOf, withoutBy } from "../stated.ts";
import { readXml } from "./xml.ts";

/** What `docProps/core.xml` says of a document; only what a person seems to have written. */
export interface Properties {
  readonly title?: string;
  readonly byline?: string;
  readonly updated?: string;
  readonly lang?: string;
  readonly status?: string;
}

const MAX_PROPERTY_LENGTH = 300;

/** Titles that a program gave: "Microsoft Word - plan.doc", "Document1", "plan_final-2.docx". */
const PROGRAM_TITLE =
  /^microsoft (?:office )?word\b|^(?:new |neues )?(?:microsoft word[- ])?do[ck]ument[eo]?[ _-]?\d*$|^(?:untitled|title|titel|titre|unbenannt|sans titre|sin título)(?: document)?[ _-]?\d*$/iu;
const FILE_NAME = /\.[a-z]{2,4}$|^\S*[_\\/]\S*$|^\S+[-.]\S*\d\S*$/iu;
/** Authors that a program gave. */
const PROGRAM_AUTHOR =
  /^(?:(?:microsoft(?: office)?|windows|office|default|local|ms|hp|dell|lenovo|acer) ?(?:user|owner)?|user\d*|usuario|utilisateur|benutzer|admin\w*|author|owner|guest|unknown|un-?named|none|root|pc|python-docx|apache poi|pandoc|docx4j|aspose.*|google docs)$/iu;

/** Reads `docProps/core.xml`; nothing of it if it is broken. */
export function readProperties(xml: Uint8Array): Properties {
  const values = new Map<string, string>();
  const path: string[] = [];
  const handler = {
    open: (name: string) => {
      path.push(name);
    },
    close: () => {
      path.pop();
    },
    text: (text: string) => {
      const name = path[1] ?? "";
      values.set(name, (values.get(name) ?? "") + text.slice(0, MAX_PROPERTY_LENGTH));
    },
  };
  if (!readXml(xml, handler)) {
    return {};
  }
  const value = (name: string): string =>
    foldBlockText((values.get(name) ?? "").slice(0, MAX_PROPERTY_LENGTH));
  return {
    ...stated("title", titleOf(value("title"))),
    ...stated("byline", authorOf(value("creator"))),
    ...stated("updated", value("modified")),
    ...stated("lang", languageTag(value("language")) ?? ""),
    ...stated("status", statusOf(value("contentStatus") || undefined) ?? ""),
  };
}

function titleOf(title: string): string {
  return PROGRAM_TITLE.test(title) || FILE_NAME.test(title) ? "" : title;
}

/** Several authors are separated by semicolons. */
function authorOf(creators: string): string {
  const authors = creators.split(";").map((creator) => withoutBy(creator.trim()) ?? "");
  return authors.filter((author) => author !== "" && !PROGRAM_AUTHOR.test(author)).join(", ");
}

function stated<K extends string>(name: K, value: string): { readonly [P in K]?: string } {
  // The key is the type parameter itself, which TypeScript widens to `string` in a computed name.
  return value === "" ? {} : ({ [name]: value } as { readonly [P in K]: string });
}
