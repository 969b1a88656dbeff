/** What was read of late: the oldest goes when there is too much of it. */
export interface Held<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/** Holds values of at most `limit` in all, as `sizeOf` measures them, and the last one whatever its size. */
export function createHeld<Value>(limit: number, sizeOf: (value: Value) => number): Held<Value> {
  const values = new Map<string, Value>();
  let size = 0;
  const drop = (key: string): Value | undefined => {
    const value = values.get(key);
    if (value !== undefined) {
      values.delete(key);
      size -= sizeOf(value);
    }
    return value;
  };
  const put = (key: string, value: Value): void => {
    values.set(key, value);
    size += sizeOf(value);
  };
  return {
    get(key) {
      const value = drop(key);
      if (value !== undefined) {
        put(key, value);
      }
      return value;
    },
    set(key, value) {
      drop(key);
      put(key, value);
      for (const oldest of values.keys()) {
        if (size <= limit || oldest === key) {
          break;
        }
        drop(oldest);
      }
    },
  };
}
