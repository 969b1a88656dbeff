import type { Topic } from "../topics/topics.ts";
import type { ArchiveView } from "./archive.ts";
import type { PageContext } from "./pages/event-view.ts";
import type { Links } from "./pages/links.ts";

/** What the archive answers to a request. */
export interface ArchiveAnswer {
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Whether later editions leave it as it is. */
  readonly isLasting?: boolean;
}

/** How the archive is served. */
export interface ArchiveSettings {
  /** The path below which its pages are, without a slash at the end: `/archive`. */
  readonly base: string;
  /** `https://news.example.org`: whole addresses in feeds begin with it. */
  readonly origin: string;
  /** What the digest is called. */
  readonly name: string;
  /** IANA time zone of all times. */
  readonly timeZone: string;
  /** Locale of dates and hours, as in the email; empty: that of the zone. */
  readonly locale?: string;
  /** What opened it, where it is private: the addresses of feeds have it, and in feeds those of pages. */
  readonly key?: string;
  /**
   * Reads the topics that readers can choose now, each of which has feeds; absent: there are none. If it rejects, pages offer none, and the feeds
   * of topics fail.
   */
  readonly topics?: () => Promise<readonly Topic[]>;
}

/** A request: the path below `base`, and its query. */
export interface ArchiveRequest {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a page is made with. */
export interface Serving extends Omit<ArchiveSettings, "topics">, PageContext {
  readonly archive: ArchiveView;
  /** The links of a feed, which are followed elsewhere. */
  readonly feedLinks: Links;
  /** The topics that pages offer, but rejects where these are none because they cannot be read. */
  readonly readTopics: () => Promise<readonly Topic[]>;
}

/** Makes a page, feed or object from the parts of its path; `undefined` if there is none. */
export type Page = (
  serving: Serving,
  parts: readonly string[],
  query: URLSearchParams,
) => Promise<ArchiveAnswer | undefined>;
