import { storyId } from "../story-id.ts";

/** Addresses of the archive's pages, all below `base`, which ends without a slash. */
export interface Links {
  readonly home: string;
  edition(slot: string, page?: number): string;
  editionJson(slot: string): string;
  story(key: string): string;
  storyFeed(key: string): string;
  thread(id: string): string;
  /** Two versions of the story with this key, by the hashes of their bytes. */
  compare(key: string, before: string, after: string): string;
  readonly comparison: string;
  readonly search: string;
  readonly atom: string;
  readonly jsonFeed: string;
}

export function linksBelow(base: string): Links {
  return {
    home: `${base}/`,
    edition: (slot, page = 1) => `${base}/editions/${slotName(slot)}/${page === 1 ? "" : `?page=${page}`}`,
    editionJson: (slot) => `${base}/editions/${slotName(slot)}/edition.json`,
    story: (key) => `${base}/stories/${storyId(key)}/`,
    storyFeed: (key) => `${base}/stories/${storyId(key)}/feed.atom`,
    thread: (id) => `${base}/threads/${encodeURIComponent(id)}/`,
    compare: (key, before, after) => `${base}/compare?story=${storyId(key)}&a=${before}&b=${after}`,
    comparison: `${base}/compare`,
    search: `${base}/search`,
    atom: `${base}/feed.atom`,
    jsonFeed: `${base}/feed.json`,
  };
}

/** A slot in an address: `20261120T070000Z`. */
export function slotName(slot: string): string {
  return slot.replaceAll(/[-:]/g, "");
}
