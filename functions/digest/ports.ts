/**
 * What the job needs from the world: an object store, a mail service, a clock, randomness, a log. This file imports no
 * room; each step names in its parameters the ports it needs. S3 is one driver of the store; the local cloud's in-memory
 * and folder stores are others. One contract suite (test/support/store-contract.ts) tests them all.
 */

/** One line per step: a name and figures; never the text of a story, never an address. */
export type Log = (step: string, figures: Readonly<Record<string, string | number | boolean | null>>) => void;

/** Everything that a run takes from outside. */
export interface Ports {
  /** The stories; only read. */
  readonly corpus: ObjectStore;
  /** Head, runs and deliveries. */
  readonly state: ObjectStore;
  readonly sender: MailSender;
  readonly log: Log;
  /** The current subscribers of the contact list; called only if the configuration names a list. */
  subscribers(): Promise<readonly Reader[]>;
  /** What the account may send now. Never throws. */
  quota(): Promise<QuotaAnswer>;
  /** A fresh random name, safe in a key. */
  nonce(): string;
  /** Milliseconds until the worker is stopped. */
  remainingMs(): number;
  sleep(ms: number): Promise<void>;
}

/** Somebody who gets emails. */
export interface Reader {
  readonly address: string;
  /** Names of the topics that they chose; absent: everything. */
  readonly topics?: readonly string[];
}

/** One object as a listing shows it. `etag` is an opaque version token, without its quotes. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
}

/** Keys under `prefix` in `(after, upTo]`, in UTF-8 byte order; a missing bound is open. */
export interface KeyRange {
  readonly prefix?: string | undefined;
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
}

/**
 * A page of a listing, of which nothing is read before it is needed. Places in it are numbers that grow with the keys,
 * from 0 to `end`; a store spells a key the same in every answer, url-encoded as web forms are.
 */
export interface UnreadPage {
  /** Objects in it, as the store counts them; at least one. */
  readonly count: number;
  /** Key of the last object, and as the store spells it. */
  readonly last: string;
  readonly lastSpelled: string;
  readonly end: number;
  /** The place after the object whose key is spelled like this; `undefined`: it is not in the page. */
  placeAfter(spelled: string): number | undefined;
  /** The place after the last object whose key is not after this one. Reads the page. */
  placeUpTo(key: string): number;
  /** What lies between two places, in pieces: other objects, or the same in another version, have other bytes. */
  bytes(from: number, to: number): readonly Uint8Array[];
  /** The objects between two places; throws if they are not what the store counted. */
  read(from: number, to: number): readonly ListedObject[];
  /** Gives its memory back at once; nothing can be asked of it from then on. */
  release(): void;
}

/** Bytes `offset` to `offset + length`, cut at the object's end. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** An object, or the requested range of it. */
export interface StoredObject {
  /** The reader's own, who may give their memory back: the store keeps nothing of them. */
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Bytes of the whole object, even if only a range was read. */
  readonly size: number;
  /** Its media type, if the store keeps one. */
  readonly contentType?: string | undefined;
}

/** A write that must create the key, or replace exactly the version with this etag. */
export type WriteCondition = { readonly absent: true } | { readonly etag: string };

/**
 * `refused`: the condition does not hold (HTTP 412, or 404 for a replaced key that is gone). `conflict`:
 * another write was under way (HTTP 409); the same write may be retried.
 */
export type WriteResult =
  | { readonly outcome: "written"; readonly etag: string }
  | { readonly outcome: "refused" }
  | { readonly outcome: "conflict" };

/** One bucket. Every method throws if the store cannot be reached or denies access. */
export interface ObjectStore {
  /** The bucket's name, for messages. */
  readonly bucket: string;
  /** Pages of at most 1,000 objects in key order; a page may be empty. One request per page. */
  list(range: KeyRange): AsyncIterable<readonly ListedObject[]>;
  /**
   * The pages of `list` unread, without empty ones. Absent: the store has only objects; `unreadPages` of
   * `store/object-page.ts` makes such pages of them.
   */
  listUnread?(range: Omit<KeyRange, "upTo">): AsyncIterable<UnreadPage>;
  /** The object, or `undefined` if the key does not exist. One request. */
  read(key: string, range?: ByteRange): Promise<StoredObject | undefined>;
  /** Writes the whole object atomically; without a condition it is written or this throws. One request. */
  write(
    key: string,
    bytes: Uint8Array,
    condition?: WriteCondition,
    /** Media type, stored with the object. */
    contentType?: string,
  ): Promise<WriteResult>;
  /** Replaces the tags of an object; throws if it does not exist. One request. */
  tag(key: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /**
   * The store's clock, not this machine's: the `Date` of its last response plus the time since. Used for
   * deadlines that several workers compare. At most a second and one round trip late.
   */
  now(): Date;
}

/** One email to one recipient. */
export interface Mail {
  readonly to: string;
  /** The one topic of the contact list that it is of; absent: that of the settings, or the whole list. */
  readonly topic?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: readonly MailHeader[];
}

export interface MailHeader {
  readonly name: string;
  readonly value: string;
}

/**
 * `refused`: the email was definitely not accepted. `unknown`: no answer, or a 5xx: it may or may not be on its
 * way.
 *
 * | retry | meaning |
 * |---|---|
 * | – | this email was refused: a later run tries again |
 * | `soon` | the mail service asks for a slower pace |
 * | `never` | the email breaks a limit, and always will |
 * | `account` | the whole account is refused (paused, daily quota used up): no email would be accepted now |
 */
export type SendOutcome =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | {
      readonly outcome: "refused";
      readonly reason: string;
      readonly retry?: "soon" | "never" | "account";
    }
  | { readonly outcome: "unknown"; readonly reason: string };

/** Passes emails to the mail service. Never retries, never throws. */
export interface MailSender {
  send(mail: Mail): Promise<SendOutcome>;
}

/** What the account may send. */
export interface SendQuota {
  /** Emails per second; `Infinity` without a limit. */
  readonly perSecond: number;
  /** Emails left within 24 hours; `Infinity` without a limit, 0 while sending is paused. */
  readonly left: number;
  readonly isPaused: boolean;
}

/** The quota, or why it is unknown; an unreadable quota does not stop sending. */
export type QuotaAnswer = SendQuota | { readonly unknown: string };
