import { isCertainEncoding } from "./encoding/charset/detect-charset.ts";
import { unpack } from "./encoding/decode.ts";
import { mendAlike } from "./encoding/mend-alike.ts";
import { isUnreadable, MAX_STORY_BYTES, type ParseOptions, parseStory } from "./story.ts";
import type { Story } from "./types.ts";

/** A version of a story with the bytes that it was read from. */
export interface Version {
  readonly story: Story;
  readonly bytes: Uint8Array;
}

/**
 * Two versions of a story, read alike: where evidence decided their charsets and they differ, it decides once for both, and
 * marks that one version lost are those that the other shows; a title of the first that is but a heading of the second is its
 * headline. What one of them says is not changed otherwise.
 */
export function readAlike(
  before: Version,
  after: Version,
  options: ParseOptions,
): { readonly before: Story; readonly after: Story } {
  const isSame = before.story.encoding === after.story.encoding;
  const again = (version: Version, other: Version) =>
    isSame ? version.story : readBy(version, other, options);
  const [mendedBefore, mendedAfter] = mendAlike(again(before, after), again(after, before));
  return { before: mendedBefore, after: withTitleOf(mendedBefore, mendedAfter) };
}

/** A story that has no headline of its own any more keeps the one it had, if that still stands in it as a heading. */
function withTitleOf(before: Story, after: Story): Story {
  const isKept =
    before.headlineSource === "given" &&
    after.headlineSource === "derived" &&
    after.headings.some((heading) => after.paragraphs[heading] === before.headline);
  return isKept ? { ...after, headline: before.headline, headlineSource: "given" } : after;
}

function readBy({ story, bytes }: Version, other: Version, options: ParseOptions): Story {
  if (isCertainEncoding(story.encoding)) {
    return story;
  }
  const unpacked = unpack(other.story.key, other.bytes, MAX_STORY_BYTES);
  if (typeof unpacked === "string") {
    return story;
  }
  const { text, encoding } = other.story;
  const read = parseStory(story.key, bytes, { ...options, other: { text, encoding, bytes: unpacked } });
  return isUnreadable(read) ? story : read;
}
