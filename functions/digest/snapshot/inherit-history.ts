import { compareKeys } from "../key-order.ts";
import type { RunKeys } from "../keys.ts";
import type { ObjectStore } from "../ports.ts";
import type { Inherited } from "./entry.ts";
import { type PartReference, readPart, writePart } from "./parts.ts";

/**
 * Gives renamed stories the history of their old keys: rewrites the parts that hold them, under the run's keys.
 * One GET and one PUT for each such part.
 */
export async function inheritHistory(
  parts: readonly PartReference[],
  inherited: ReadonlyMap<string, Inherited>,
  { state, keys }: { readonly state: ObjectStore; readonly keys: RunKeys },
): Promise<readonly PartReference[]> {
  const renamed = [...inherited.keys()];
  const holds = (part: PartReference): boolean =>
    renamed.some((key) => compareKeys(part.first, key) <= 0 && compareKeys(key, part.last) <= 0);
  const result: PartReference[] = [];
  for (const [index, part] of parts.entries()) {
    result.push(holds(part) ? await rewrite(part, index) : part);
  }
  return result;

  async function rewrite(part: PartReference, index: number): Promise<PartReference> {
    const entries = (await readPart(state, part)).map((entry) => {
      const before = inherited.get(entry.key);
      return before === undefined ? entry : { ...entry, ...before, key: entry.key };
    });
    return await writePart(state, keys.part(`renamed-${String(index).padStart(5, "0")}`), entries);
  }
}
