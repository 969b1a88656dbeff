// biome-ignore-all lint/performance/noBarrelFile: the door of the package, whose users cannot reach inside
/**
 * Late Edition's API, `import … from "late-edition"`: two versions of a text become a revision, revisions an edition, an
 * edition an email. All of it is pure: no network, no files, no clock, and the same input gives the same output.
 *
 *     const before = parseStory("ferry.txt", bytesBefore);
 *     const after = parseStory("ferry.txt", bytesAfter);
 *     const edition = composeFromStories("2026-11-20T07:00:00Z", [{ before, after }]);
 *     const { subject, html, text } = renderEdition(edition, { timeZone: "Europe/Berlin" });
 *
 * Names exported here keep their meaning until the next minor version while the major version is 0; anything deeper in
 * the package cannot be imported.
 */

export type { FlappingRecord, RenamedRecord, ReturnedRecord } from "./changes/matched.ts";
export { recordAdded, recordRemoved, recordRevision } from "./changes/record.ts";
export type {
  AddedRecord,
  Change,
  RemovedRecord,
  RevertedRecord,
  RevisedRecord,
} from "./changes/schema.ts";
export { composeEdition, type EditionInput } from "./edition/compose.ts";
export { composeFromStories, type StoryPair } from "./edition/from-stories.ts";
export {
  type Edition,
  type EditionChange,
  type EditionCounts,
  type EditionEdit,
  type EditionFact,
  type EditionRevision,
  EditionSchema,
  type EditionThread,
} from "./edition/schema.ts";
export type { FactChange, FactKind } from "./facts/types.ts";
export { renderEdition } from "./publish/mail/render.ts";
export type { MailLinks, RenderedEdition, RenderOptions } from "./publish/mail/types.ts";
export { renderComparison } from "./publish/pages/render.ts";
export { compareStories } from "./revision/compare.ts";
export type {
  Edit,
  Revision,
  RevisionCounts,
  RevisionKind,
  WordChange,
} from "./revision/types.ts";
export { isUnreadable, MAX_STORY_BYTES, parseStory } from "./story/story.ts";
export type { Story, Unreadable, UnreadableReason } from "./story/types.ts";
export { checkSummary, type Unsupported } from "./summary/model/check-summary.ts";
export { summariseRevision } from "./summary/revised.ts";
export { summarise } from "./summary/summarise.ts";
export type { CosmeticReason } from "./text/fold.ts";
export { splitSentences } from "./text/sentences/sentences.ts";
