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
