import { readEdition } from "../../functions/digest/run/published.ts";
import type { Snapshot } from "../../functions/digest/snapshot/snapshot.ts";
import type { Received, World } from "./world.ts";

/** What an edition tells a reader, by the settings of the case and not by the code under test. */
export interface Told {
  /** Keys of its changes. */
  readonly all: readonly string[];
  /** Those of them that a reader is to be told of; none: she gets no email. */
  forReader(address: string): readonly string[];
}

/** What the edition of each slot tells. */
export async function toldIn(
  { state, setting }: World,
  snapshots: readonly Snapshot[],
): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  for (const { slot, edition } of snapshots) {
    const { changes } = await readEdition(state, edition);
    const all = changes.map(({ key }) => key);
    const forReader = (address: string): readonly string[] =>
      all.filter((key) => setting.chosen?.[address]?.includes(key) ?? true);
    told.set(slot, { all, forReader });
  }
  return told;
}

/** An email tells all that its reader chose, and nothing else. */
export function judgeSelection(
  { to, html, text }: Pick<Received, "to" | "html" | "text">,
  slot: string,
  { all, forReader }: Told,
): readonly string[] {
  const expected = forReader(to);
  return [html, text].flatMap((part) => {
    const found = all.filter((key) => part.includes(key));
    const missing = expected.filter((key) => !found.includes(key));
    const wrong = found.filter((key) => !expected.includes(key));
    return [
      ...missing.map((key) => `the email of slot ${slot} to ${to} does not tell ${key}`),
      ...wrong.map((key) => `the email of slot ${slot} to ${to} tells ${key}, which she did not choose`),
    ];
  });
}
