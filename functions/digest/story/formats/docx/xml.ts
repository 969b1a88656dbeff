import { Parser } from "htmlparser2";

/** Deeper than any document that a word processor writes; the parser's work for a tag grows with the depth. */
const MAX_XML_DEPTH = 128;
/** Most tags, attributes and stretches of text, which bounds the time: a page of a usual document has some 500. */
const MAX_XML_MARKS = 300_000;
/** Most text in characters: as much as a plain text may have. */
const MAX_XML_CHARACTERS = 5_000_000;
const OPEN_BRACKET = 0x3c;
const CHUNK_BYTES = 65_536;

/** The attributes of an element, by their name with its prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML does at each tag; names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Reads XML in UTF-8, or in UTF-16 with a byte order mark, and says whether it is whole: its root is closed, and it
 * keeps within the bounds of this file. It stops at the first one that is passed.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  if (hasTooManyTags(bytes)) {
    return false;
  }
  const state = { marks: 0, depth: 0, characters: 0, isWhole: true };
  const check = (): void => {
    if (state.marks > MAX_XML_MARKS || state.depth > MAX_XML_DEPTH || state.characters > MAX_XML_CHARACTERS) {
      state.isWhole = false;
      parser.pause();
    }
  };
  const parser = new Parser(
    {
      onattribute() {
        state.marks += 1;
        check();
      },
      onopentag(name, attributes) {
        state.marks += 1;
        state.depth += 1;
        check();
        handler.open(localName(name), attributes);
      },
      onclosetag(name) {
        state.depth -= 1;
        handler.close(localName(name));
      },
      ontext(text) {
        state.marks += 1;
        state.characters += text.length;
        check();
        handler.text(text);
      },
    },
    { xmlMode: true },
  );
  feed(parser, bytes, () => state.isWhole);
  return state.isWhole && state.depth === 0 && state.marks > 0;
}

/** Also counts end tags without a start, of which the parser says nothing. */
function hasTooManyTags(bytes: Uint8Array): boolean {
  let tags = 0;
  for (let at = bytes.indexOf(OPEN_BRACKET); at !== -1; at = bytes.indexOf(OPEN_BRACKET, at + 1)) {
    tags += 1;
    if (tags > 2 * MAX_XML_MARKS) {
      return true;
    }
  }
  return false;
}

/** The value of the attribute with this name, whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`];
  if (usual !== undefined) {
    return usual;
  }
  const found = Object.keys(attributes).find((other) => localName(other) === name);
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function feed(parser: Parser, bytes: Uint8Array, goesOn: () => boolean): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length && goesOn(); at += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
  }
  parser.write(decoder.decode());
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) {
    return "utf-16le";
  }
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
