/**
 * What the job needs of the world: an object store, a mail service, a clock, chance, a log. This file imports
 * nothing of the rooms; each step names in its parameters the ports that it needs. S3 is one driver of the store, the
 * in-memory store and the folder store of the local cloud are others; one contract suite
 * (test/support/store-contract.ts) holds them all to it.
 */

/** One line a step: a name and figures; never a text of a story, never an address. */
export type Log = (step: string, figures: Readonly<Record<string, string | number | boolean | null>>) => void;

/** Everything that a run takes from outside. */
export interface Ports {
  /** The stories; only read. */
  readonly corpus: ObjectStore;
  /** Head, runs, deliveries. */
  readonly state: ObjectStore;
  readonly sender: MailSender;
  readonly log: Log;
  /** Who gets the topic of the contact list now; asked only where the configuration names a list. */
  subscribers(): Promise<readonly string[]>;
  /** What the mail service lets the account send now. Never throws. */
  quota(): Promise<QuotaAnswer>;
  /** A fresh random name, safe in a key. */
  nonce(): string;
  /** Milliseconds until the worker is stopped from outside. */
  remainingMs(): number;
  sleep(ms: number): Promise<void>;
}

/** One object as a listing shows it. `etag` is an opaque version token, without its quotes. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
}

/** Keys under `prefix` that lie in `(after, upTo]`, in UTF-8 byte order; a missing bound is open. */
export interface KeyRange {
  readonly prefix?: string | undefined;
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
}

/** Bytes `offset` to `offset + length`, cut at the object's end. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** An object, or the range of it that was asked for. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** Bytes of the whole object, also when a range was read. */
  readonly size: number;
}

/** A write that must create the key, or must replace exactly the version with this etag. */
export type WriteCondition = { readonly absent: true } | { readonly etag: string };

/**
 * `refused`: the condition does not hold (HTTP 412, or 404 for a replaced key that is gone).
 * `conflict`: another write was under way (HTTP 409); the same write may be tried again.
 */
export type WriteResult =
  | { readonly outcome: "written"; readonly etag: string }
  | { readonly outcome: "refused" }
  | { readonly outcome: "conflict" };

/** One bucket. Every method throws when the store cannot be reached or does not allow the call. */
export interface ObjectStore {
  /** The bucket's name, for messages. */
  readonly bucket: string;
  /** Pages of at most 1,000 objects in key order; a page may be empty. One request a page. */
  list(range: KeyRange): AsyncIterable<readonly ListedObject[]>;
  /** The object, or `undefined` when there is none under this key. One request. */
  read(key: string, range?: ByteRange): Promise<StoredObject | undefined>;
  /** Writes the whole object, atomically; without a condition it is written, or this throws. One request. */
  write(
    key: string,
    bytes: Uint8Array,
    condition?: WriteCondition,
    /** Media type that the store notes beside the object. */
    contentType?: string,
  ): Promise<WriteResult>;
  /** Replaces the tags of an object; throws when there is none. One request. */
  tag(key: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /**
   * The store's clock, not this machine's: the `Date` of its last answer plus the time since. Deadlines that
   * several workers compare are told by it. At most a second and one round trip behind.
   */
  now(): Date;
}

/** One mail to one recipient. */
export interface Mail {
  readonly to: string;
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
 * `refused`: a definite no, the mail was not taken. `unknown`: no answer, or a 5xx: it may or may not be on its way.
 *
 * | retry | of a refusal |
 * |---|---|
 * | – | about this mail: a later run tries again |
 * | `soon` | the mail service asks for a slower pace |
 * | `never` | the mail breaks a limit, and always will |
 * | `account` | about the whole account (paused, the day's quota used up): no mail would be taken now |
 */
export type SendOutcome =
  | { readonly outcome: "accepted"; readonly messageId: string }
  | {
      readonly outcome: "refused";
      readonly reason: string;
      readonly retry?: "soon" | "never" | "account";
    }
  | { readonly outcome: "unknown"; readonly reason: string };

/** Hands mail to the mail service. Never retries by itself, never throws. */
export interface MailSender {
  send(mail: Mail): Promise<SendOutcome>;
}

/** What the mail service lets the account send. */
export interface SendQuota {
  /** Mails a second; `Infinity` when it names no limit. */
  readonly perSecond: number;
  /** Mails that are left within 24 hours; `Infinity` when there is no limit, 0 while sending is paused. */
  readonly left: number;
  readonly isPaused: boolean;
}

/** The quota, or why it is not known; a quota that cannot be read stops no mail. */
export type QuotaAnswer = SendQuota | { readonly unknown: string };
