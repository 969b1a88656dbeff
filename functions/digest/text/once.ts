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

/** Values in order, from 0. */
export interface Row<T> {
  at(index: number): T | undefined;
}

/** The values of an iterator, each taken from it when it is first asked for: who needs only the first ones makes no others. */
export function asAsked<T>(values: Iterator<T, unknown>): Row<T> {
  const taken: T[] = [];
  return {
    at(index) {
      while (taken.length <= index) {
        const { done, value } = values.next();
        if (done === true) {
          return undefined;
        }
        taken.push(value);
      }
      return taken[index];
    },
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

/** What is made of a text, once as long as the same one is asked for: a run has one slot. */
export function onceForLast<T>(make: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined;
  return (text) => {
    last = last?.text === text ? last : { text, value: make(text) };
    return last.value;
  };
}

/**
 * What is made of texts, kept for the last ones: the steps that compare a story ask for the same sentences, one after the other. Once the texts have more
 * letters together than `most`, all are forgotten; one that is longer is not kept.
 */
export function recently<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let letters = 0;
  return (text) => {
    const read = known.get(text);
    if (read !== undefined) {
      return read;
    }
    const value = make(text);
    letters += text.length;
    if (letters > most) {
      known.clear();
      letters = text.length;
    }
    if (text.length <= most) {
      known.set(text, value);
    }
    return value;
  };
}
