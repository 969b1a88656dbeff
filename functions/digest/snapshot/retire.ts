import pMap from "p-map";
import type { Ports } from "../ports.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The tag that lets the bucket's lifecycle rule delete an object; the function itself has no permission to
 * delete.
 */
export const SUPERSEDED_TAG = { superseded: "true" } as const;

const CONCURRENCY = 8;

/** Something that refers to objects: a snapshot, or the result of a scan. */
interface Referring {
  readonly parts: readonly { readonly key: string }[];
  readonly changes: readonly { readonly key: string }[];
  readonly threads?: string | null;
  readonly absent?: { readonly key: string } | null;
  readonly fingerprints?: { readonly key: string };
}

/** Keys that one of these refers to and the next snapshot does not: reported changes, rewritten parts, threads, absent stories and fingerprints. */
export function supersededKeys(
  before: readonly (Referring | undefined)[],
  after: Snapshot,
): readonly string[] {
  const kept = new Set(keysOf(after));
  const keys = before.flatMap((referring) => (referring === undefined ? [] : keysOf(referring)));
  return [...new Set(keys)].filter((key) => !kept.has(key));
}

function keysOf({ parts, changes, threads = null, absent, fingerprints }: Referring): readonly string[] {
  return [...parts, ...changes, ...[absent, fingerprints].filter((each) => each != null)]
    .map(({ key }) => key)
    .concat(threads ?? []);
}

type Housekeeping = Pick<Ports, "state" | "log">;

/**
 * Marks objects for the lifecycle rule, as far as the store does it. One PUT each, until one fails: what stays unmarked
 * only takes up space, and the run that left it has done its work. Never throws.
 */
export async function retire({ state, log }: Housekeeping, keys: readonly string[]): Promise<void> {
  let reason: string | undefined;
  const mark = async (key: string): Promise<void> => {
    if (reason === undefined) {
      try {
        await state.tag(key, SUPERSEDED_TAG);
      } catch (error) {
        reason = reasonOf(error);
      }
    }
  };
  await pMap(keys, mark, { concurrency: CONCURRENCY });
  if (reason !== undefined) {
    log("not marked", { reason });
  }
}

/** Marks everything that a run wrote, because another run came first. One LIST, one PUT per object. Never throws. */
export async function retireRun(job: Housekeeping, folder: string): Promise<void> {
  try {
    for await (const page of job.state.list({ prefix: folder })) {
      await retire(
        job,
        page.map(({ key }) => key),
      );
    }
  } catch (error) {
    job.log("not marked", { reason: reasonOf(error) });
  }
}

/** Keys of our own objects and what S3 said, but no text of a story and no address. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
