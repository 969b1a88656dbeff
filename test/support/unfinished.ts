import { CHECKPOINT_KEY } from "../../functions/digest/keys.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import type { Entry } from "../../functions/digest/snapshot/entry.ts";
import { readHead } from "../../functions/digest/snapshot/head.ts";
import { readPart } from "../../functions/digest/snapshot/parts.ts";
import { readSnapshot, type Snapshot } from "../../functions/digest/snapshot/snapshot.ts";
import { keysOf, type Rig, textOf } from "./rig.ts";

/** A worker that must stop after checking the remaining time this often: only its reserve is left then. */
export function inTime(rig: Rig, looks: number): Job {
  let left = looks + 1;
  return {
    ...rig.job,
    remainingMs() {
      left -= 1;
      return left >= 0 ? 60_000 : 14_000;
    },
  };
}

/** The current snapshot; throws if there is none. */
export async function currentSnapshot(rig: Rig): Promise<Snapshot> {
  const found = await readHead(rig.state);
  return await readSnapshot(rig.state, found.state === "current" ? found.head.snapshot : "");
}

/**
 * What a reader and the next run can see: edition and email to the byte, entries except for the place of their
 * text.
 */
export async function outcomeOf(rig: Rig): Promise<object> {
  const snapshot = await currentSnapshot(rig);
  const folder = snapshot.edition.slice(0, -"edition.json".length);
  const parts = await Promise.all(snapshot.parts.map((part) => readPart(rig.state, part)));
  return {
    edition: await textOf(rig.state, snapshot.edition),
    html: await textOf(rig.state, `${folder}digest.html`),
    text: await textOf(rig.state, `${folder}digest.txt`),
    threads: await textOf(rig.state, snapshot.threads ?? ""),
    entries: parts.flat().map(withoutKeys),
    mails: rig.inbox.map(({ to, subject, html }) => [to, subject, html]),
  };
}

/**
 * Parts, changes, absent stories and fingerprints that the lifecycle would keep for ever although nothing refers to them. Those of the
 * checkpoint are marked when another checkpoint replaces it.
 */
export async function leftBehind(rig: Rig): Promise<readonly string[]> {
  const { parts, changes, absent, fingerprints } = await currentSnapshot(rig);
  const others = [absent, fingerprints].filter((each) => each != null);
  const named = new Set([...parts, ...changes, ...others].map(({ key }) => key));
  const checkpoint = await textOf(rig.state, CHECKPOINT_KEY);
  const keys = (await keysOf(rig.state, "runs/")).filter((key) =>
    /\/(?:parts\/|changes\/|absent\.zst$|fingerprints\.zst$)/.test(key),
  );
  const left: string[] = [];
  for (const key of keys) {
    const tags = await rig.state.tags(key);
    const isMarked = tags?.superseded === "true";
    if (named.has(key) ? isMarked : !isMarked && !checkpoint.includes(key)) {
      left.push(key);
    }
  }
  return left;
}

/** An entry without the keys of packs, which hold a run id; the lengths of the texts there stay. */
export function withoutKeys({ place, earlier, ...entry }: Entry): object {
  const texts = earlier.map(({ hash, since, place: at }) => ({ hash, since, length: at?.length }));
  return { ...entry, length: place.length, earlier: texts };
}
