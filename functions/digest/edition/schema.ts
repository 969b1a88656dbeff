/**
 * The shape of `edition.json`, once: the types that the code uses and the published JSON Schema
 * (`docs/edition.schema.json`, written by `npm run schema`) both come from here.
 */
import * as v from "valibot";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const change = v.picklist(["revised", "added", "reverted", "renamed", "removed"]);

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

const RevisionSchema = v.strictObject({
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

const ChangeSchema = v.strictObject({
  change,
  key: v.pipe(v.string(), v.description("key of the story in the corpus bucket")),
  headline: v.string(),
  summary: v.pipe(v.array(v.string()), v.description("sentences, in the order of the story")),
  significance: v.pipe(v.number(), v.description("how much the change means, 0 to 100; see docs/facts.md")),
  thread: v.pipe(v.nullable(v.string()), v.description("id of the thread, null outside any")),
  revision: v.optional(RevisionSchema),
  sameEdit: v.optional(v.pipe(v.string(), v.description("id shared by stories that had the same edit"))),
  sameTextAs: v.optional(
    v.pipe(v.string(), v.description("key of the new story that has much the same text")),
  ),
  renamedFrom: v.optional(v.pipe(v.string(), v.description("the key it had before"))),
  revertedTo: v.optional(v.pipe(v.string(), v.description("slot at which the story first read like this"))),
  firstSeen: v.optional(v.pipe(v.string(), v.description("slot at which the story was first seen"))),
  repairs: v.optional(v.pipe(count, v.description("places of the text that had to be repaired"))),
  furniture: v.optional(v.pipe(count, v.description("lines left out that are not the story"))),
  lang: v.optional(v.pipe(v.string(), v.description("BCP 47 tag of the story's language, where it is sure"))),
  dir: v.optional(v.pipe(v.picklist(["ltr", "rtl"]), v.description("direction of the story's script"))),
});

const CosmeticSchema = v.strictObject({ key: v.string(), reason: v.string() });

const UnstableSchema = v.strictObject({
  key: v.string(),
  headline: v.string(),
  returns: v.pipe(count, v.description("how often the story went back to a text of its last eight states")),
});

const HeldBackSchema = v.strictObject({
  key: v.string(),
  reason: v.string(),
  since: v.optional(v.pipe(v.string(), v.description("slot at which this state was held back first"))),
});

/** The digest of one slot. */
export const EditionSchema = v.strictObject({
  version: v.literal(1),
  slot: v.pipe(v.string(), v.description("the scheduled time, ISO 8601, UTC")),
  kind: v.pipe(
    v.picklist(["baseline", "regular", "quiet"]),
    v.description("baseline: the first run; quiet: nothing to tell"),
  ),
  counts: v.strictObject({
    stories: v.pipe(count, v.description("stories in the corpus")),
    added: count,
    revised: count,
    reverted: count,
    renamed: count,
    removed: count,
    cosmetic: count,
    unstable: count,
    heldBack: count,
  }),
  threads: v.array(v.strictObject({ id: v.string(), headline: v.string(), stories: v.array(v.string()) })),
  changes: v.pipe(v.array(ChangeSchema), v.description("in the order in which the mail tells them")),
  cosmetic: v.array(CosmeticSchema),
  unstable: v.pipe(v.array(UnstableSchema), v.description("stories that go back and forth between texts")),
  heldBack: v.array(HeldBackSchema),
  omitted: v.pipe(
    count,
    v.description("changes counted above but not listed, because the edition is bounded"),
  ),
  feedback: v.optional(
    v.pipe(
      v.strictObject({ bounced: count, complained: count, rejected: count }),
      v.description("mails of earlier editions of which the mail service told since; absent: none"),
    ),
  ),
});

type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

export type Edition = Frozen<v.InferOutput<typeof EditionSchema>>;
export type EditionFeedback = NonNullable<Edition["feedback"]>;
export type EditionCounts = Edition["counts"];
export type EditionChange = Edition["changes"][number];
export type EditionRevision = NonNullable<EditionChange["revision"]>;
export type EditionEdit = EditionRevision["edits"][number];
export type EditionFact = EditionRevision["facts"][number];
export type EditionThread = Edition["threads"][number];
export type ChangeName = EditionChange["change"];
