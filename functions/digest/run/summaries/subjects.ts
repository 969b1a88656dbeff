import type { Change, Texts } from "../../changes/schema.ts";
import type { EditionChange } from "../../edition/schema.ts";
import type { ObjectStore } from "../../ports.ts";
import { readPacked } from "../../snapshot/packs.ts";
import type { ReadSettings } from "../../story/formats/read-document.ts";
import { isUnreadable, MAX_STORY_BYTES, parseStory } from "../../story/story.ts";
import type { Story } from "../../story/types.ts";
