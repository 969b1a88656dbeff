const tables = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** The bytes of a text in a legacy charset that a runtime can decode but not write; throws for a character that it lacks. */
export function legacyBytes(text: string, charset: string): Uint8Array {
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  return Buffer.concat(
    Array.from(text, (character) => {
      const bytes = character < "\u0080" ? Buffer.from(character) : table.get(character);
      if (bytes === undefined) {
        throw new Error(`${charset} lacks ${JSON.stringify(character)}`);
      }
      return bytes;
    }),
  );
}

/** The bytes of each character: all single bytes and all pairs, decoded. */
function tableOf(charset: string): ReadonlyMap<string, Uint8Array> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, Uint8Array>();
  const add = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const isOne = [...character].length === 1 && character !== "\ufffd";
    if (isOne && !table.has(character)) {
      table.set(character, Uint8Array.from(bytes));
    }
  };
  for (let lead = 0x80; lead <= 0xff; lead += 1) {
    add(lead);
    for (let trail = 0x40; trail <= 0xff; trail += 1) {
      add(lead, trail);
    }
  }
  return table;
}
