/**
 * The single definition of `edition.json`: both the types used by the code and the published JSON Schema
 * (`docs/edition.schema.json`, written by `npm run schema`) are derived from it.
 */
import * as v from "valibot";
import {
  EditSchema,
  type Frozen,
  GistSchema,
  heldStoryEntries,
  RevisionSchema,
  readingEntries,
  TermsSchema,
} from "../changes/schema.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const change = v.picklist(["revised", "added", "returned", "reverted", "renamed", "removed"]);

/** What only a removed story has: its last text, and when it was there. */
const removedEntries = {
  lastChanged: v.optional(
    v.pipe(v.string(), v.description("removed: slot at which its text was last seen to change")),
  ),
  lastSeen: v.optional(v.pipe(v.string(), v.description("removed: slot of the last run that saw it"))),
  words: v.optional(v.pipe(count, v.description("removed: words of its last text"))),
  characters: v.optional(
    v.pipe(count, v.description("removed: characters of its last text, in a script without spaces")),
  ),
  formerThread: v.optional(
    v.pipe(
      v.strictObject({
        headline: v.optional(v.string()),
        stories: count,
        with: v.pipe(v.string(), v.description("key of another story in it")),
      }),
      v.description("removed: the thread of earlier editions that it shared with others"),
    ),
  ),
  replaced: v.optional(v.pipe(v.literal(true), v.description("removed: another story has its key now"))),
};

const sha256 = v.optional(
  v.pipe(
    v.strictObject({ before: v.exactOptional(v.string()), after: v.exactOptional(v.string()) }),
    v.description("of the bytes of both versions of the story, in hexadecimal; absent before 0.3.0"),
  ),
);

export const ChangeSchema = v.strictObject({
  change,
  key: v.pipe(v.string(), v.description("key of the story in the corpus bucket")),
  headline: v.string(),
  gist: v.optional(v.pipe(GistSchema, v.description("a revision: what changed, in our words"))),
  summary: v.pipe(
    v.array(v.string()),
    v.description("sentences, in the order of the story; of a revision, new ones only, and none if none are"),
  ),
  significance: v.pipe(
    v.number(),
    v.description("importance of the change, 0 to 100; see docs/significance.md"),
  ),
  terms: v.optional(
    v.pipe(TermsSchema, v.description("a revision or a new story: what its significance is made of")),
  ),
  reports: v.optional(v.pipe(count, v.description("a new story: new stories on its event, itself included"))),
  told: v.optional(
    v.pipe(
      v.picklist(["full", "line"]),
      v.description("line: only named, among the minor edits; absent before 0.3.0: full"),
    ),
  ),
  minor: v.optional(
    v.pipe(
      v.picklist(["wording", "spelling", "order", "repeated", "listing"]),
      v.description(
        "told as a line: what it is; repeated: a notice that stands in many stories; listing: the name of a new or removed story",
      ),
    ),
  ),
  thread: v.pipe(v.nullable(v.string()), v.description("id of the thread, null if it has none")),
  revision: v.optional(RevisionSchema),
  copyOf: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "key of the story with the same text that came, came back, was revised or went with this one, and under which both are told",
      ),
    ),
  ),
  sameEdit: v.optional(
    v.pipe(
      v.string(),
      v.description("id shared by stories with the same edit and no other, which are told together"),
    ),
  ),
  sharedEdits: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        "ids of edits that are told apart, as many stories have them; this one has others as well",
      ),
    ),
  ),
  sameTextAs: v.optional(v.pipe(v.string(), v.description("key of the new story with nearly the same text"))),
  renamedFrom: v.optional(v.pipe(v.string(), v.description("the previous key"))),
  goneSince: v.optional(
    v.pipe(v.string(), v.description("returned: slot at which the story was first missing")),
  ),
  uncompared: v.optional(
    v.pipe(
      v.literal(true),
      v.description(
        "renamed or returned, with a text that is similar to the one before but was not compared",
      ),
    ),
  ),
  revertedTo: v.optional(v.pipe(v.string(), v.description("slot at which the story first had this text"))),
  firstSeen: v.optional(v.pipe(v.string(), v.description("slot at which the story was first seen"))),
  days: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description("a weekly edition: slots of the week at which the story came, changed or went"),
    ),
  ),
  since: v.optional(
    v.pipe(
      v.string(),
      v.description("a change of the week among those of a day: slot since which it is told"),
    ),
  ),
  sha256,
  ...removedEntries,
  ...readingEntries,
});

const SharedEditsSchema = v.strictObject({
  id: v.string(),
  edits: v.pipe(v.array(EditSchema), v.description("as in the first of the stories")),
  stories: v.pipe(count, v.description("stories of this edition that have these edits")),
  sameEdit: v.optional(
    v.pipe(v.string(), v.description("they are told with the stories of this id; absent: on their own")),
  ),
});

const PassingSchema = v.strictObject({
  key: v.string(),
  what: v.pipe(
    v.picklist(["changed back", "came back", "came and went"]),
    v.description("changed back: its text is again what it was; came back: it was gone in between"),
  ),
});

export const CosmeticSchema = v.strictObject({ key: v.string(), reason: v.string(), sha256 });

export const UnstableSchema = v.strictObject({
  key: v.string(),
  headline: v.string(),
  returns: v.pipe(count, v.description("returns to an earlier text within the last eight states")),
  absences: v.optional(
    v.pipe(count, v.description("a story that went or came back: how often it was gone within these states")),
  ),
  gone: v.optional(v.pipe(v.literal(true), v.description("it is gone now"))),
  renamedFrom: v.optional(v.pipe(v.string(), v.description("the previous key, if it moved"))),
  goneSince: v.optional(
    v.pipe(v.string(), v.description("slot at which it was first missing, if it is back")),
  ),
  sha256,
});

export const HeldBackSchema = v.strictObject({
  key: v.string(),
  reason: v.string(),
  since: v.optional(v.pipe(v.string(), v.description("slot at which this state was first held back"))),
  ...heldStoryEntries,
});

/** Items told, by what changes are told as: copies and stories with the same edit are one. */
const ItemsSchema = v.strictObject({
  revised: count,
  added: count,
  returned: count,
  reverted: count,
  renamed: count,
  removed: count,
  minor: v.pipe(count, v.description("stories that are only named, among the minor edits")),
});

/** The digest of one slot. */
export const EditionSchema = v.strictObject({
  version: v.literal(1),
  slot: v.pipe(v.string(), v.description("the scheduled time, ISO 8601, UTC")),
  since: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "slot of the last edition that was mailed, since which this one tells; absent: a first edition, or unknown",
      ),
    ),
  ),
  rhythm: v.optional(
    v.pipe(
      v.literal("weekly"),
      v.description("it compares the week's first texts with its last; absent: an edition of a slot"),
    ),
  ),
  kind: v.pipe(
    v.picklist(["baseline", "regular", "quiet"]),
    v.description("baseline: the first run; quiet: no news"),
  ),
  counts: v.strictObject({
    stories: v.pipe(count, v.description("stories in the corpus")),
    added: count,
    revised: count,
    reverted: count,
    returned: v.optional(count, 0),
    renamed: count,
    removed: count,
    cosmetic: count,
    unstable: count,
    heldBack: count,
  }),
  items: v.optional(
    v.pipe(
      ItemsSchema,
      v.description(
        "what the email counts: the counts by what changes are told as (a moved story whose text changed is revised), with copies and stories with the same edit as one",
      ),
    ),
  ),
  threads: v.array(v.strictObject({ id: v.string(), headline: v.string(), stories: v.array(v.string()) })),
  changes: v.pipe(v.array(ChangeSchema), v.description("the most significant first")),
  cosmetic: v.array(CosmeticSchema),
  unstable: v.pipe(v.array(UnstableSchema), v.description("stories that keep alternating between texts")),
  heldBack: v.array(HeldBackSchema),
  passing: v.optional(
    v.pipe(
      v.array(PassingSchema),
      v.description(
        "a weekly edition: stories that are as they were, but were not all the time; absent: none",
      ),
    ),
  ),
  sharedEdits: v.optional(
    v.pipe(
      v.array(SharedEditsSchema),
      v.description("edits that many stories have, some of them with others as well; absent: none"),
    ),
  ),
  omitted: v.pipe(
    count,
    v.description("changes counted above but not listed, because the edition is limited in size"),
  ),
  missing: v.optional(
    v.pipe(
      count,
      v.description(
        "stories that are missing in a mass; their removal is held back until it is confirmed. Absent: none",
      ),
    ),
  ),
  feedback: v.optional(
    v.pipe(
      v.strictObject({ bounced: count, complained: count, rejected: count }),
      v.description("emails of earlier editions that the mail service has reported since; absent: none"),
    ),
  ),
});

export type Edition = Frozen<v.InferOutput<typeof EditionSchema>>;
export type EditionFeedback = NonNullable<Edition["feedback"]>;
export type EditionCounts = Edition["counts"];
export type EditionChange = Edition["changes"][number];
export type EditionRevision = NonNullable<EditionChange["revision"]>;
export type EditionEdit = EditionRevision["edits"][number];
export type EditionFact = EditionRevision["facts"][number];
export type EditionThread = Edition["threads"][number];
export type ChangeName = EditionChange["change"];
