/**
 * A change to one story as a record: a line of a changes object, and the input of an edition. Records are checked when
 * read back. `edition.json` uses the same schema for revisions.
 */
import * as v from "valibot";
import type { FlappingRecord, RenamedRecord, ReturnedRecord } from "./matched.ts";

/** Deeply readonly `T`. */
export type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A passage that many stories have in common is shared out among them. */
const amount = v.pipe(v.number(), v.minValue(0));

const FactSchema = v.strictObject({
  kind: v.pipe(
    v.picklist(["number", "date", "name", "quotation", "polarity", "negation"]),
    v.description(
      "polarity: a claim turned round, or more or less certain; negation: the same in editions of 0.2 and before",
    ),
  ),
  before: v.pipe(v.nullable(v.string()), v.description("null: the fact is new")),
  after: v.pipe(v.nullable(v.string()), v.description("null: the fact was removed")),
  through: v.exactOptional(
    v.pipe(
      v.array(v.string()),
      v.description("of a week: the values between, which its editions told, oldest first"),
    ),
  ),
  around: v.optional(
    v.pipe(
      v.strictObject({ lead: v.string(), tail: v.string() }),
      v.description("without a context: the words before and after the value"),
    ),
  ),
  context: v.optional(v.pipe(v.string(), v.description("a few words of context for the fact"))),
});

const WordSchema = v.strictObject({ type: v.picklist(["kept", "removed", "added"]), text: v.string() });

/** One changed sentence of a revision. */
export const EditSchema = v.variant("edit", [
  v.strictObject({
    edit: v.literal("edited"),
    before: v.string(),
    after: v.string(),
    words: v.exactOptional(
      v.pipe(v.array(WordSchema), v.description("absent: too little in common; show before and after")),
    ),
    parts: v.exactOptional(
      v.pipe(
        v.strictObject({ before: v.array(v.string()), after: v.array(v.string()) }),
        v.description("the sentences of each side, if one was split or several were merged"),
      ),
    ),
  }),
  v.strictObject({ edit: v.literal("added"), after: v.string() }),
  v.strictObject({ edit: v.literal("removed"), before: v.string() }),
  v.strictObject({
    edit: v.literal("moved"),
    before: v.string(),
    after: v.string(),
    from: v.pipe(count, v.description("index of the sentence before, from 0")),
    to: v.pipe(count, v.description("index of the sentence after, from 0")),
    words: v.exactOptional(v.array(WordSchema)),
  }),
]);

/** A revision within the limits of `bounds.ts`. */
export const RevisionSchema = v.strictObject({
  kind: v.picklist(["cosmetic", "minor", "substantive", "rewritten"]),
  headlineChange: v.optional(v.strictObject({ before: v.string(), after: v.string() })),
  deckChange: v.pipe(
    v.optional(v.strictObject({ before: v.string(), after: v.string() })),
    v.description("the line under the headline; empty where a version has none"),
  ),
  facts: v.array(FactSchema),
  edits: v.pipe(v.array(EditSchema), v.description("the changed sentences; kept ones are not listed")),
  omittedEdits: v.pipe(count, v.description("edits left out of this record to limit its size")),
  counts: v.strictObject({
    before: count,
    after: count,
    kept: count,
    edited: count,
    added: count,
    removed: count,
    moved: count,
  }),
  truncated: v.pipe(v.boolean(), v.description("compared roughly: the texts were too long or too different")),
});

/** How a story was read, and how to display it; empty for most stories. */
export const readingEntries = {
  repairs: v.optional(v.pipe(count, v.description("places in which garbled text was repaired"))),
  boilerplate: v.optional(v.pipe(count, v.description("lines of page boilerplate that were ignored"))),
  lang: v.optional(v.pipe(v.string(), v.description("BCP 47 tag of the story's language, if certain"))),
  dir: v.optional(v.pipe(v.picklist(["ltr", "rtl"]), v.description("direction of the story's script"))),
};

const ReadingSchema = v.strictObject(readingEntries);

/** The fields of a changed story that the edition needs. */
const storyEntries = {
  key: v.string(),
  headline: v.string(),
  summary: v.array(v.string()),
  hash: v.string(),
  firstSeen: v.string(),
  /** See `significance.ts`. */
  significance: v.number(),
};

/** The beginning of the story, for grouping into threads, and how it was read. */
const textEntries = { text: v.string(), reading: ReadingSchema };

const PlaceSchema = v.strictObject({ pack: v.string(), offset: count, length: count });

const TextSchema = v.strictObject({
  sha256: v.pipe(v.string(), v.description("of the object's bytes, in hexadecimal")),
  place: v.exactOptional(v.pipe(PlaceSchema, v.description("where the state bucket keeps these bytes"))),
});

/** Both versions of a story, to be read again and to be proved; absent before version 4. */
export const TextsSchema = v.strictObject({
  before: v.exactOptional(TextSchema),
  after: v.exactOptional(TextSchema),
});

const textsEntries = { texts: v.exactOptional(TextsSchema) };

/** What the story is recognised by if it moves (`matching/identity.ts`), and where its text is; absent before version 3. */
const matchEntries = {
  match: v.exactOptional(
    v.strictObject({
      folded: v.string(),
      headline: v.string(),
      sketch: v.string(),
      place: v.exactOptional(PlaceSchema),
      contentType: v.exactOptional(v.string()),
    }),
  ),
};

/** What the significance of a revision or a new story is made of (`terms/terms.ts`). */
export const TermsSchema = v.strictObject({
  newWords: v.pipe(amount, v.description("words that are new in changed sentences and headlines")),
  goneWords: v.pipe(amount, v.description("words that are gone from them")),
  rowWords: v.pipe(
    amount,
    v.description("words and numbers that came or went in rows of tables and in code"),
  ),
  values: v.pipe(amount, v.description("facts that changed, and numbers that are new")),
  goneNumbers: v.pipe(amount, v.description("numbers that are gone")),
  nearDay: v.exactOptional(
    v.pipe(v.string(), v.description("a day near the slot that the story did not name before")),
  ),
  note: v.exactOptional(
    v.pipe(v.picklist(["correction", "update"]), v.description("a new note of the editors")),
  ),
  status: v.exactOptional(v.pipe(v.picklist(["canceled", "other"]), v.description("a changed status"))),
  spellings: v.exactOptional(v.pipe(count, v.description("words that were only spelled right"))),
});

const AddedSchema = v.strictObject({
  change: v.literal("added"),
  ...storyEntries,
  ...textEntries,
  ...textsEntries,
  ...matchEntries,
  terms: v.exactOptional(TermsSchema),
});

/** What changed, in our words (`summary/gist.ts`); absent before 0.3.0, and if there is nothing to tell. */
export const GistSchema = v.strictObject({
  sentence: v.pipe(v.string(), v.description("what changed, in our words: facts, then edits")),
  edits: v.pipe(
    v.array(v.string()),
    v.description("its clauses that neither `facts` nor `counts` of the revision say"),
  ),
});

const revisionEntries = {
  revision: RevisionSchema,
  terms: v.exactOptional(TermsSchema),
  gist: v.exactOptional(GistSchema),
};

const RevisedSchema = v.strictObject({
  change: v.literal("revised"),
  ...storyEntries,
  ...textEntries,
  ...textsEntries,
  ...revisionEntries,
});

const RevertedSchema = v.strictObject({
  change: v.literal("reverted"),
  ...storyEntries,
  ...textEntries,
  ...textsEntries,
  ...revisionEntries,
  /** Slot at which the story first had this text. */
  revertedTo: v.string(),
});

const RemovedSchema = v.strictObject({
  change: v.literal("removed"),
  ...storyEntries,
  /** From the removed entry; a renamed story inherits its history. */
  lastChanged: v.string(),
  earlier: v.array(
    v.strictObject({ hash: v.string(), since: v.string(), place: v.exactOptional(PlaceSchema) }),
  ),
  /** How to display its last text. */
  reading: v.exactOptional(ReadingSchema),
  /** The length of its last text; of a script without spaces, in characters. */
  words: v.exactOptional(count),
  characters: v.exactOptional(count),
  /** Another story has its key now. */
  replaced: v.exactOptional(v.literal(true)),
  /** Its removal was held back until now: slots of the first run that missed it, and of the last that saw it. */
  missing: v.exactOptional(v.strictObject({ since: v.string(), seen: v.string() })),
  ...textsEntries,
  ...matchEntries,
});

/** A story that keeps alternating between earlier texts; one line in each edition instead of news. */
const UnstableSchema = v.strictObject({
  change: v.literal("unstable"),
  key: v.string(),
  headline: v.string(),
  /** Number of returns to an earlier text within the remembered states. */
  returns: count,
  /** Its previous key, if it moved, and the slot at which it was first missing, if it came back; found after the scan. */
  renamedFrom: v.exactOptional(v.string()),
  goneSince: v.exactOptional(v.string()),
  ...textsEntries,
});

/** A story without any change that a reader would call news. */
const CosmeticSchema = v.strictObject({
  change: v.literal("cosmetic"),
  key: v.string(),
  reason: v.string(),
  ...textsEntries,
});

const lengthEntries = { words: v.exactOptional(count), characters: v.exactOptional(count) };

/** What is known of a story that was held back: its last good version, and what came in the place of that. */
export const heldStoryEntries = {
  headline: v.exactOptional(v.pipe(v.string(), v.description("of its last good version"))),
  ...lengthEntries,
  left: v.exactOptional(
    v.pipe(
      v.strictObject({ ...lengthEntries, text: v.string() }),
      v.description("what the new version says: its length, and the beginning of its text"),
    ),
  ),
};

const HeldBackSchema = v.strictObject({
  change: v.literal("held back"),
  key: v.string(),
  reason: v.string(),
  /** Slot at which this state was first held back. */
  since: v.string(),
  ...heldStoryEntries,
});

/** The finding of a scan for one story; a line of a changes object. */
export const ChangeRecordSchema = v.variant("change", [
  AddedSchema,
  RevisedSchema,
  RevertedSchema,
  RemovedSchema,
  UnstableSchema,
  CosmeticSchema,
  HeldBackSchema,
]);

export type Texts = Frozen<v.InferOutput<typeof TextsSchema>>;
export type RevisionRecord = Frozen<v.InferOutput<typeof RevisionSchema>>;
export type FactRecord = RevisionRecord["facts"][number];
export type EditRecord = RevisionRecord["edits"][number];
export type Reading = Frozen<v.InferOutput<typeof ReadingSchema>>;

export type ChangeRecord = Frozen<v.InferOutput<typeof ChangeRecordSchema>>;
export type AddedRecord = Extract<ChangeRecord, { change: "added" }>;
export type RevisedRecord = Extract<ChangeRecord, { change: "revised" }>;
export type RevertedRecord = Extract<ChangeRecord, { change: "reverted" }>;
export type RemovedRecord = Extract<ChangeRecord, { change: "removed" }>;
export type HeldBackRecord = Extract<ChangeRecord, { change: "held back" }>;
export type CosmeticRecord = Extract<ChangeRecord, { change: "cosmetic" }>;
export type UnstableRecord = Extract<ChangeRecord, { change: "unstable" }>;

/** A change after matching: the input of an edition. */
export type Change = ChangeRecord | RenamedRecord | ReturnedRecord | FlappingRecord;

/** A change listed in the edition with its story. */
export type NewsChange = Extract<
  Change,
  { change: "added" | "revised" | "reverted" | "removed" | "renamed" | "returned" }
>;

/** A change with a revision. */
export type RevisedChange = Extract<NewsChange, { revision?: unknown }> & {
  readonly revision: RevisionRecord;
};

/** The number of changes of each kind; total stories are counted elsewhere. */
export type ChangeCounts = Readonly<Record<Exclude<Change["change"], "held back"> | "heldBack", number>>;

/** Whether a change is news rather than a note. */
export function isNews(change: Change): change is NewsChange {
  return !["unstable", "cosmetic", "held back"].includes(change.change);
}

/** How many changes are listed with their story. */
export function countNews({ added, revised, reverted, returned, renamed, removed }: ChangeCounts): number {
  return added + revised + reverted + returned + renamed + removed;
}
