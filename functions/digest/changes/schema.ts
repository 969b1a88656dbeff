/**
 * What a run found of one story, as a value: the lines of a changes object, and what editions are composed of. Records
 * that are read back are checked against it. The shapes of a revision are those of `edition.json` too.
 */
import * as v from "valibot";

/** `T`, read only all the way down. */
export type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const FactSchema = v.strictObject({
  kind: v.picklist(["number", "date", "name", "quotation", "negation"]),
  before: v.pipe(v.nullable(v.string()), v.description("null: the fact is new")),
  after: v.pipe(v.nullable(v.string()), v.description("null: the fact is gone")),
  context: v.optional(v.pipe(v.string(), v.description("a few words that say what the fact is about"))),
});

const WordSchema = v.strictObject({ type: v.picklist(["kept", "removed", "added"]), text: v.string() });

const EditSchema = v.variant("edit", [
  v.strictObject({
    edit: v.literal("edited"),
    before: v.string(),
    after: v.string(),
    words: v.optional(
      v.pipe(v.array(WordSchema), v.description("absent: too little in common, show before and after")),
    ),
    parts: v.optional(
      v.pipe(
        v.strictObject({ before: v.array(v.string()), after: v.array(v.string()) }),
        v.description("the sentences of each side, where one was split or several were merged"),
      ),
    ),
  }),
  v.strictObject({ edit: v.literal("added"), after: v.string() }),
  v.strictObject({ edit: v.literal("removed"), before: v.string() }),
  v.strictObject({
    edit: v.literal("moved"),
    before: v.string(),
    after: v.string(),
    from: v.pipe(count, v.description("place of the sentence before, from 0")),
    to: v.pipe(count, v.description("place of the sentence after, from 0")),
    words: v.optional(v.array(WordSchema)),
  }),
]);

/** A revision within the bounds of `bounds.ts`. */
export const RevisionSchema = v.strictObject({
  kind: v.picklist(["cosmetic", "minor", "substantive", "rewritten"]),
  headlineChange: v.optional(v.strictObject({ before: v.string(), after: v.string() })),
  facts: v.array(FactSchema),
  edits: v.pipe(v.array(EditSchema), v.description("the sentences that changed; kept ones are not listed")),
  omittedEdits: v.pipe(count, v.description("edits left out of this record because of its bounds")),
  counts: v.strictObject({
    before: count,
    after: count,
    kept: count,
    edited: count,
    added: count,
    removed: count,
    moved: count,
  }),
  truncated: v.pipe(
    v.boolean(),
    v.description("compared coarsely: the texts were too large or too different"),
  ),
});

/** How a story was read, and how it is to be shown; nothing of it for most stories. */
export const readingEntries = {
  repairs: v.optional(v.pipe(count, v.description("places of the text that had to be repaired"))),
  boilerplate: v.optional(v.pipe(count, v.description("lines left out that are not the story"))),
  lang: v.optional(v.pipe(v.string(), v.description("BCP 47 tag of the story's language, where it is sure"))),
  dir: v.optional(v.pipe(v.picklist(["ltr", "rtl"]), v.description("direction of the story's script"))),
};

const ReadingSchema = v.strictObject(readingEntries);

/** What the edition needs to know of a story that changed. */
const storyEntries = {
  key: v.string(),
  headline: v.string(),
  summary: v.array(v.string()),
  hash: v.string(),
  firstSeen: v.string(),
  /** See `significance.ts`. */
  significance: v.number(),
};

/** The beginning of the story, for threads, and how it was read. */
const textEntries = { text: v.string(), reading: ReadingSchema };

const PlaceSchema = v.strictObject({ pack: v.string(), offset: count, length: count });

const AddedSchema = v.strictObject({ change: v.literal("added"), ...storyEntries, ...textEntries });

const RevisedSchema = v.strictObject({
  change: v.literal("revised"),
  ...storyEntries,
  ...textEntries,
  revision: RevisionSchema,
});

const RevertedSchema = v.strictObject({
  change: v.literal("reverted"),
  ...storyEntries,
  ...textEntries,
  revision: RevisionSchema,
  /** Slot from which on the story read so the first time. */
  revertedTo: v.string(),
});

const RemovedSchema = v.strictObject({
  change: v.literal("removed"),
  ...storyEntries,
  /** Of the entry that went; a renamed story keeps its history. */
  lastChanged: v.string(),
  earlier: v.array(
    v.strictObject({ hash: v.string(), since: v.string(), place: v.exactOptional(PlaceSchema) }),
  ),
});

/** A story that goes back and forth between texts that it had; a line instead of news in each edition. */
const UnstableSchema = v.strictObject({
  change: v.literal("unstable"),
  key: v.string(),
  headline: v.string(),
  /** How often it went back to an earlier text, of the states that are remembered. */
  returns: count,
});

/** A story that changed in nothing that a reader would call news. */
const CosmeticSchema = v.strictObject({
  change: v.literal("cosmetic"),
  key: v.string(),
  reason: v.string(),
});

const HeldBackSchema = v.strictObject({
  change: v.literal("held back"),
  key: v.string(),
  reason: v.string(),
  /** Slot at which this state was held back first. */
  since: v.string(),
});

/** What a scan finds of one story; a line of a changes object. */
export const ChangeRecordSchema = v.variant("change", [
  AddedSchema,
  RevisedSchema,
  RevertedSchema,
  RemovedSchema,
  UnstableSchema,
  CosmeticSchema,
  HeldBackSchema,
]);

export type RevisionRecord = Frozen<v.InferOutput<typeof RevisionSchema>>;
export type FactRecord = RevisionRecord["facts"][number];
export type EditRecord = RevisionRecord["edits"][number];
export type Reading = Frozen<v.InferOutput<typeof ReadingSchema>>;

export type ChangeRecord = Frozen<v.InferOutput<typeof ChangeRecordSchema>>;
export type AddedRecord = Extract<ChangeRecord, { change: "added" }>;
export type RevisedRecord = Extract<ChangeRecord, { change: "revised" }>;
export type RevertedRecord = Extract<ChangeRecord, { change: "reverted" }>;
export type RemovedRecord = Extract<ChangeRecord, { change: "removed" }>;
export type UnstableRecord = Extract<ChangeRecord, { change: "unstable" }>;

/** A removed and an added story with the same text, matched after the scan; never stored. */
export interface RenamedRecord extends Omit<AddedRecord, "change"> {
  readonly change: "renamed";
  readonly renamedFrom: string;
}

/** A change of a run after matching: what an edition is composed of. */
export type Change = ChangeRecord | RenamedRecord;

/** A change that an edition lists with its story. */
export type NewsChange = Extract<
  Change,
  { change: "added" | "revised" | "reverted" | "removed" | "renamed" }
>;

/** How many changes of each sort a run found; stories in all are counted elsewhere. */
export type ChangeCounts = Readonly<Record<Exclude<Change["change"], "held back"> | "heldBack", number>>;

/** Whether a change is news, and not only a note. */
export function isNews(change: Change): change is NewsChange {
  return !["unstable", "cosmetic", "held back"].includes(change.change);
}
