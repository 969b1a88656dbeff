/** Long keys are split into folders; most file systems allow 255 bytes per name. */
const PIECE = /.{1,200}/gs;

/** Ends the name of a folder that continues a long key; the encoding never produces it. */
const FOLDER_MARK = "+";

/** How each byte is written. */
const BYTE_NAMES: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[a-z0-9._-]/.test(character) ? character : `%${byte.toString(16).padStart(2, "0")}`;
});

/**
 * The relative path of an object's file. Every byte outside `a-z 0-9 . _ -` is percent-encoded, including
 * capitals, as many file systems treat `A` and `a` as the same; so is a dot that could make a hidden file,
 * `..`, or an ending that Windows drops. Two keys never share a path, and no key's file is another key's
 * folder.
 */
export function fileNameOf(key: string): string {
  const encoded = Array.from(new TextEncoder().encode(key), (byte) => BYTE_NAMES[byte]).join("");
  const pieces = (encoded.match(PIECE) ?? ["%"]).map((piece) => piece.replaceAll(/^\.|\.$/g, "%2e"));
  return pieces.join(`${FOLDER_MARK}/`);
}

/** The key of a file, or `undefined` if the file is not one of our objects. */
export function keyOfFileName(path: string): string | undefined {
  try {
    const key = decodeURIComponent(path.replaceAll(`${FOLDER_MARK}/`, ""));
    return fileNameOf(key) === path ? key : undefined;
  } catch {
    return undefined;
  }
}
