import { createHash, type Hash } from "node:crypto";
import * as v from "valibot";
import { AccessDeniedError, CorruptStateError } from "../errors.ts";
import type { ObjectStore, Ports } from "../ports.ts";
import { spell } from "../store/object-page.ts";
import { decodeKey } from "../store/s3-page-scanner.ts";
import { createLineBuffer } from "./format/line-buffer.ts";
import { encodeLines, type Reference, readLines } from "./format/lines.ts";

/**
 * A stretch of the listing: the objects after the stretch before, up to its anchor. A fingerprint attests that all of
 * them were read, that each story among them was unchanged against the snapshot, and that the snapshot has no other entry
 * in these keys: none that was removed, is missing or in doubt.
 */
export interface Stretch {
  /** Its last key, url-encoded as the listing spells it; empty: the stretch goes on to the end of the listing. */
  readonly anchor: string;
  readonly objects: number;
  /** How many of them are stories: the entries of the snapshot in these keys. */
  readonly stories: number;
  /** Of the bytes of the listing; empty: nothing is attested. */
  readonly fingerprint: string;
}

/** As checkpoints and results of ranges have it. */
export const StretchSchema = v.strictObject({
  anchor: v.string(),
  objects: v.number(),
  stories: v.number(),
  fingerprint: v.string(),
});

/** A stretch up to this key, or to the end, of which nothing is known. */
export function unknownStretch(upTo: string | undefined): Stretch {
  return { anchor: upTo === undefined ? "" : spell(upTo), objects: 0, stories: 0, fingerprint: "" };
}

/** A stretch with its bounds. */
export interface KnownStretch extends Stretch {
  /** Key of the anchor before; `undefined`: it is the first stretch. */
  readonly after: string | undefined;
  /** Key of its own anchor; `undefined`: it is the last stretch. */
  readonly upTo: string | undefined;
}

/** Where a snapshot's fingerprints are. */
export const FingerprintsReferenceSchema = v.strictObject({ key: v.string(), sha256: v.string() });

const FORMAT = { name: "fingerprints", version: 1, known: [1] } as const;

/** Bytes of a fingerprint: as many as no two stretches that differ have by chance, nor by intent. */
const FINGERPRINT_BYTES = 16;

/** Another number makes every fingerprint useless: for code that tells stories from other objects in another way. */
const RULES = 1;

/** What decides which objects are stories; fingerprints of other settings are not used. */
export interface StorySettings {
  readonly corpusPrefix: string;
  readonly include: string;
  readonly exclude: string;
}

function digestOf({ corpusPrefix, include, exclude }: StorySettings): string {
  const settings = JSON.stringify([RULES, corpusPrefix, include, exclude]);
  return createHash("sha256").update(settings).digest("base64url");
}

/** Takes the bytes of a stretch, in order. */
export function openFingerprint(): Hash {
  return createHash("sha256");
}

/** The fingerprint of the bytes taken; nothing can be added to them then. */
export function closeFingerprint(hash: Hash): string {
  return hash.digest().toString("base64url", 0, FINGERPRINT_BYTES);
}

/** The fingerprints of a snapshot, as far as they can be used. */
export interface Fingerprints {
  /** Absent: none can be used. */
  readonly reference?: Reference;
  /** In key order; together they cover every key. */
  readonly stretches: readonly KnownStretch[];
}

export const NO_FINGERPRINTS: Fingerprints = { stretches: [] };

/**
 * The fingerprints that a run left, if they are for these settings. They only save work, so an object that is gone,
 * damaged or of newer code is logged and not used. One GET.
 */
export async function readFingerprints(
  { state, log }: Pick<Ports, "state" | "log">,
  reference: Reference | undefined,
  settings: StorySettings,
): Promise<Fingerprints> {
  if (reference === undefined) {
    return NO_FINGERPRINTS;
  }
  try {
    const [digest, ...lines] = await readLines(state, reference, FORMAT);
    return digest === digestOf(settings)
      ? { reference, stretches: withBounds(lines.map(parseStretch)) }
      : NO_FINGERPRINTS;
  } catch (cause) {
    if (!(cause instanceof CorruptStateError || cause instanceof AccessDeniedError)) {
      throw cause;
    }
    const reason = cause instanceof AccessDeniedError ? "access denied" : "damaged";
    log("fingerprints ignored", { key: reference.key, reason });
    return NO_FINGERPRINTS;
  }
}

/** One line of the object. */
type Line = readonly [anchor: string, objects: number, stories: number, fingerprint: string];

function parseStretch(line: string): Stretch {
  const [anchor, objects, stories, fingerprint] = JSON.parse(line) as Line;
  return { anchor, objects, stories, fingerprint };
}

function withBounds(stretches: readonly Stretch[]): readonly KnownStretch[] {
  let after: string | undefined;
  return stretches.map((stretch) => {
    const upTo = stretch.anchor === "" ? undefined : decodeKey(stretch.anchor);
    const known = { ...stretch, after, upTo };
    after = upTo;
    return known;
  });
}

/**
 * Stores the stretches of a run. If they are those that were read, they stay where they are; nothing is stored if nothing is
 * attested. At most one PUT.
 */
export async function storeFingerprints(
  state: ObjectStore,
  { key, before }: { readonly key: string; readonly before: Fingerprints },
  stretches: readonly Stretch[],
  settings: StorySettings,
): Promise<Reference | undefined> {
  const kept = stretches.filter(
    ({ fingerprint }, i) => fingerprint !== "" || stretches[i + 1]?.fingerprint !== "",
  );
  if (kept.every(({ fingerprint, objects }) => fingerprint === "" || objects === 0)) {
    return undefined;
  }
  const buffer = createLineBuffer();
  const lines = [digestOf(settings), ...kept.map((stretch) => JSON.stringify(lineOf(stretch)))];
  for (const line of lines) {
    buffer.add(Buffer.from(`${line}\n`), 1);
  }
  const { bytes, sha256 } = encodeLines(FORMAT, buffer.take(lines.length));
  if (before.reference?.sha256 === sha256) {
    return before.reference;
  }
  await state.write(key, bytes);
  return { key, sha256 };
}

function lineOf({ anchor, objects, stories, fingerprint }: Stretch): Line {
  return [anchor, objects, stories, fingerprint];
}
