import { slotName, storyId } from "../../publish/wording/archive-names.ts";
import type { StoryVersion } from "../types.ts";

/** Addresses of the archive's pages, all below `base`, which ends without a slash. */
export interface Links {
  readonly home: string;
  edition(slot: string, page?: number): string;
  editionJson(slot: string): string;
  /** The week that an edition ended. */
  week(slot: string, page?: number): string;
  weekJson(slot: string): string;
  weekFeed(format: "atom" | "json"): string;
  story(key: string): string;
  storyFeed(key: string): string;
  thread(id: string): string;
  topic(name: string): string;
  topicFeed(name: string, format: "atom" | "json"): string;
  /** Where the story's page tells what happened at a slot. */
  moment(key: string, slot: string): string;
  /** Two versions of the story with this key, by their names; see {@link versionName} and {@link standingName}. */
  compare(key: string, before: string, after: string): string;
  readonly comparison: string;
  readonly search: string;
  /** A page of what is found. */
  found(words: string, page: number): string;
  readonly atom: string;
  readonly jsonFeed: string;
}

/** Where links have the key of a private archive: those to feeds, which are read by programs without cookies, and in feeds those to pages. */
export interface KeyedLinks {
  /** Empty: no key is needed. */
  readonly key?: string;
  readonly isFeed?: boolean;
}

export function linksBelow(base: string, { key: given = "", isFeed = false }: KeyedLinks = {}): Links {
  const feedKey = given === "" ? "" : `?key=${given}`;
  const pageKey = isFeed ? feedKey : "";
  return {
    home: `${base}/${pageKey}`,
    edition: (slot, page = 1) =>
      `${base}/editions/${slotName(slot)}/${page === 1 ? pageKey : `?page=${page}`}`,
    editionJson: (slot) => `${base}/editions/${slotName(slot)}/edition.json`,
    week: (slot, page = 1) =>
      `${base}/editions/${slotName(slot)}/week/${page === 1 ? pageKey : `?page=${page}`}`,
    weekJson: (slot) => `${base}/editions/${slotName(slot)}/week/edition.json`,
    weekFeed: (format) => `${base}/weeks/feed.${format}${feedKey}`,
    story: (key) => `${base}/stories/${storyId(key)}/${pageKey}`,
    storyFeed: (key) => `${base}/stories/${storyId(key)}/feed.atom${feedKey}`,
    thread: (id) => `${base}/threads/${encodeURIComponent(id)}/`,
    topic: (name) => `${base}/topics/${name}/${pageKey}`,
    topicFeed: (name, format) => `${base}/topics/${name}/feed.${format}${feedKey}`,
    moment: (key, slot) => `${base}/stories/${storyId(key)}/${pageKey}#${momentId(slot)}`,
    compare: (key, before, after) => `${base}/compare?story=${storyId(key)}&a=${before}&b=${after}`,
    comparison: `${base}/compare`,
    search: `${base}/search`,
    found: (words, page) =>
      `${base}/search?q=${encodeURIComponent(words.toWellFormed())}${page === 1 ? "" : `&page=${page}`}`,
    atom: `${base}/feed.atom${feedKey}`,
    jsonFeed: `${base}/feed.json${feedKey}`,
  };
}

/** The id of a moment in a story's page. */
export function momentId(slot: string): string {
  return `at-${slotName(slot)}`;
}

/** Between the hash of a text and a slot at which it stood, perhaps since one before. */
export const STANDING = "~";

/** A version in an address, by a slot at which it stood. */
export function standingName({ sha256, slot }: Pick<StoryVersion, "sha256" | "slot">): string {
  return `${sha256}${STANDING}${slotName(slot)}`;
}

/** A version in an address: the hash of its bytes, and since when it stood there, as a text may come back. */
export function versionName({ sha256, slot }: Pick<StoryVersion, "sha256" | "slot">): string {
  return `${sha256}.${slotName(slot)}`;
}
