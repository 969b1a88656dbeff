import {
  EXTRACT,
  isCount,
  isDigestName,
  isListName,
  isLocale,
  isStoryUrl,
  isTimeZone,
  modelOf,
  readerNamed,
} from "../../functions/digest/config.ts";
import { parseGlobs } from "../../functions/digest/globs.ts";
import { TOPICS_KEY } from "../../functions/digest/keys.ts";
import { parseJsonFields } from "../../functions/digest/story/formats/json/json-fields.ts";
import type { TopicSetting } from "../../functions/digest/topics/topics.ts";
import { cronTimes } from "../schedule/cron.ts";

/** Reads a context value; `undefined` if it is not of this kind. `-c` values are always strings. */
export type Read<T> = (value: unknown) => T | undefined;

const ADDRESS = /^[A-Za-z0-9.!#&'+/=^_`|~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const DIRECTORY_BUCKET = /--x-s3$/;
/** In the policy built from a prefix, `*` and `?` are wildcards and `$` starts a variable. */
const PLAIN_PREFIX = /^[^/*?$\p{Cc}][^*?$\p{Cc}]{0,103}$/u;

const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;
const CERTIFICATE_ARN = /^arn:aws:acm:us-east-1:\d{12}:certificate\/[A-Za-z0-9-]+$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const STACK_NAME = /^[A-Za-z][A-Za-z0-9-]{0,127}$/;
const MIN_MEMORY_MB = 512;
const MAX_MEMORY_MB = 10_240;
/** An account's default concurrency in a region. */
const MAX_WORKERS = 1_000;

/** Who makes summaries: see `modelOf`. */
export function readSummaries(value: unknown): string | undefined {
  const isKnown = typeof value === "string" && (value === EXTRACT || modelOf(value) !== undefined);
  return isKnown ? value : undefined;
}

/** A plain email address; ASCII, as SES requires. */
export function readAddress(value: unknown): string | undefined {
  return typeof value === "string" && ADDRESS.test(value) ? value : undefined;
}

/** `desk@example.org` or `Desk <desk@example.org>`. */
export function readMailbox(value: unknown): string | undefined {
  return typeof value === "string" && mailboxAddress(value) !== undefined ? value : undefined;
}

/** The plain address of `desk@example.org` or `Desk <desk@example.org>`. */
export function mailboxAddress(mailbox: string): string | undefined {
  return readAddress(/^[^<>"\p{Cc}]*<([^<>]+)>$/u.exec(mailbox)?.[1] ?? mailbox);
}

/** A list or comma-separated string of plain addresses, without duplicates; each alone, or with topics: `ann@example.org#courts+money`. */
export function readRecipients(value: unknown): readonly string[] | undefined {
  const parts: readonly unknown[] = typeof value === "string" ? value.split(",") : asList(value);
  const addresses = parts.map((part) => readRecipient(typeof part === "string" ? part.trim() : part));
  const known = addresses.filter((address) => address !== undefined);
  return known.length > 0 && known.length === parts.length ? [...new Set(known)] : undefined;
}

function readRecipient(part: unknown): string | undefined {
  const { address, topics } = typeof part === "string" ? readerNamed(part) : Object(part);
  if (topics === undefined) {
    return readAddress(address);
  }
  const names = asList(topics).filter((name) => typeof name === "string" && isListName(name));
  return readAddress(address) === undefined || names.length === 0 || names.length !== asList(topics).length
    ? undefined
    : `${address}#${names.join("+")}`;
}

/** Topics as a list or its JSON, or the key of an object that has them. What is wrong with them is said by those who use them. */
export function readTopicsSetting(value: unknown): readonly TopicSetting[] | typeof TOPICS_KEY | undefined {
  if (value === TOPICS_KEY) {
    return TOPICS_KEY;
  }
  try {
    const list: unknown = typeof value === "string" ? JSON.parse(value) : value;
    return Array.isArray(list) && list.length > 0 ? list : undefined;
  } catch {
    return undefined;
  }
}

/** A cron expression of EventBridge Scheduler. */
export function readCron(value: unknown): string | undefined {
  return typeof value === "string" && cronTimes(value) !== undefined ? value : undefined;
}

/** An IANA time zone; not an offset such as `+01:00`, which Scheduler does not accept. */
export function readTimeZone(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Z]/.test(value) && isTimeZone(value) ? value : undefined;
}

/** What a digest is called. */
export function readName(value: unknown): string | undefined {
  return typeof value === "string" && isDigestName(value) ? value : undefined;
}

/** A BCP 47 tag of a language that the runtime knows. */
export function readLocale(value: unknown): string | undefined {
  return typeof value === "string" && isLocale(value) ? value : undefined;
}

/** The name of a general purpose bucket; directory buckets do not list in key order. */
export function readBucketName(value: unknown): string | undefined {
  const isName =
    typeof value === "string" &&
    BUCKET_NAME.test(value) &&
    !value.includes("..") &&
    !DIRECTORY_BUCKET.test(value);
  return isName ? value : undefined;
}

/** A key prefix without special meaning in a policy. */
export function readPrefix(value: unknown): string | undefined {
  return typeof value === "string" && PLAIN_PREFIX.test(value) ? value : undefined;
}

/** The name of a contact list or of a topic. */
export function readListName(value: unknown): string | undefined {
  return typeof value === "string" && isListName(value) ? value : undefined;
}

/** The ARN of a KMS key; not an alias, which a policy does not resolve. */
export function readKeyArn(value: unknown): string | undefined {
  return typeof value === "string" && KEY_ARN.test(value) ? value : undefined;
}

/** Megabytes of memory; less than 512 would not hold a run. Lambda's limit is 10,240. */
export function readMemorySize(value: unknown): number | undefined {
  const size = Number(value);
  const isSize = /^\d+$/.test(String(value)) && size >= MIN_MEMORY_MB && size <= MAX_MEMORY_MB;
  return isSize ? size : undefined;
}

/** For how many days a story that left the corpus is remembered. */
export function readDays(value: unknown): number | undefined {
  return isCount("remember", String(value)) ? Number(value) : undefined;
}

/** How many slots a mass removal may stop. */
export function readStops(value: unknown): number | undefined {
  return isCount("massRemovalStops", String(value)) ? Number(value) : undefined;
}

/** For how many days the links of an email open the archive. */
export function readLinkDays(value: unknown): number | undefined {
  return isCount("linkDays", String(value)) && Number(value) > 0 ? Number(value) : undefined;
}

/** The name of a domain with at least two labels. */
export function readDomain(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= 253 && DOMAIN.test(value) ? value : undefined;
}

/** A certificate that CloudFront may use. */
export function readCertificateArn(value: unknown): string | undefined {
  return typeof value === "string" && CERTIFICATE_ARN.test(value) ? value : undefined;
}

/** For how many days a refused email is tried again. */
export function readRetryDays(value: unknown): number | undefined {
  return isCount("retryDays", String(value)) ? Number(value) : undefined;
}

/** How many functions may scan at the same time. */
export function readWorkers(value: unknown): number | undefined {
  const workers = Number(value);
  return /^\d+$/.test(String(value)) && workers >= 1 && workers <= MAX_WORKERS ? workers : undefined;
}

/** The name of a CloudFormation stack. */
export function readStackName(value: unknown): string | undefined {
  return typeof value === "string" && STACK_NAME.test(value) ? value : undefined;
}

/** A URL template with `{key}`. */
export function readStoryUrl(value: unknown): string | undefined {
  return typeof value === "string" && isStoryUrl(value) ? value : undefined;
}

/** `true` or `false`, also as text. */
export function readBoolean(value: unknown): boolean | undefined {
  const text = String(value);
  return text === "true" || text === "false" ? text === "true" : undefined;
}

/** A reader that accepts only these words. */
export function oneOf<const T extends string>(words: readonly T[]): Read<T> {
  return (value) => words.find((word) => word === value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Globs over keys, separated by commas. */
export function readGlobs(value: unknown): string | undefined {
  return typeof value === "string" && typeof parseGlobs(value) !== "string" ? value : undefined;
}

/** Names of fields and their paths in JSON, separated by commas. */
export function readJsonFields(value: unknown): string | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  try {
    parseJsonFields(value);
    return value;
  } catch {
    return undefined;
  }
}
