/**
 * What is made when it is first asked for, and kept. Large tables and patterns are: most runs read no story, or few, and
 * to make them all would take a third of the time in which the function loads.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What is made of texts, once of each distinct one: most occur more than once. */
export function onceEach<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const read = known.get(text);
    if (read !== undefined) {
      return read;
    }
    const value = make(text);
    known.set(text, value);
    return value;
  };
}
