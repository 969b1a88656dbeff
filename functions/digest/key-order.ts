/**
 * Compares two keys in S3's order, by UTF-8 bytes. JavaScript's `<` compares UTF-16 units and disagrees when an
 * astral character (a surrogate pair, 0xD800–0xDFFF) is compared with U+E000–U+FFFF: the pair has the larger
 * code point but the smaller unit. Returns a negative number, zero or a positive number.
 */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) {
      return inByteOrder(left) - inByteOrder(right);
    }
  }
  return a.length - b.length;
}

/** The first key that does not come after the one before it, with that; `before`: the key before the first. */
export function outOfOrder(
  objects: readonly { readonly key: string }[],
  before: string | undefined,
): { readonly key: string; readonly after: string } | undefined {
  let after = before;
  for (const { key } of objects) {
    if (after !== undefined && compareKeys(key, after) <= 0) {
      return { key, after };
    }
    after = key;
  }
  return undefined;
}

/** Moves surrogates above U+E000–U+FFFF, where their code points are. */
function inByteOrder(unit: number): number {
  if (unit < 0xd800) {
    return unit;
  }
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
