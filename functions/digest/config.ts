/**
 * The environment contract: the stack writes these variables, the function reads them, both through this file.
 * It imports nothing, so that a rename breaks the build rather than the nightly run.
 */

/** The settings of one deployment of the digest function. */
export interface DigestConfig {
  /** Bucket that holds the corpus; read-only. */
  readonly corpusBucket: string;
  /** Key prefix of the corpus in its bucket; empty: the whole bucket. */
  readonly corpusPrefix: string;
  /** Globs over keys, with commas between them: only these objects are stories; empty: all. */
  readonly include: string;
  /** Globs over keys: these objects are no stories; empty: none. */
  readonly exclude: string;
  /** Where a JSON story has its fields, such as `headline=meta.title,body=content[].text`; empty: by their names. */
  readonly jsonFields: string;
  /** Bucket that holds head, runs, editions and deliveries. */
  readonly stateBucket: string;
  /** The From address, plain (`desk@example.org`) or with a name (`Desk <desk@example.org>`). */
  readonly sender: string;
  /** One email each, `ann@example.org`, or with topics: `ann@example.org#courts+money`. Empty if SES keeps the subscribers in `contactList`. */
  readonly recipients: readonly string[];
  /** SES contact list with the recipients; empty: use `recipients`. */
  readonly contactList: string;
  /** Topic of the contact list; only its subscribers get the email. Empty: every contact on the list. */
  readonly topic: string;
  /** Topics that readers can choose, as JSON; `topics.json`: those in the state bucket under this key. Empty: everybody gets everything. */
  readonly topics: string;
  /** Day of the week on which weekly topics are told. */
  readonly weekDay: WeekDay;
  /** Who makes the summaries that lead the email: a model that chooses sentences (`choose:<model>`) or writes (`write:<model>`). Empty: they are the first sentences. */
  readonly summaries: string;
  /** What the digest is called: in the masthead, the sender's name and the List-Id. */
  readonly name: string;
  /** IANA time zone of dates and times in the email. */
  readonly timeZone: string;
  /** BCP 47 tag of the locale of dates and hours in the email. Empty: that of the time zone's region. */
  readonly locale: string;
  /** URL template of a story, with `{key}` as a placeholder. Empty: no links. */
  readonly storyUrl: string;
  /** Address below which the archive is served, without a slash at its end; the email links to it. Empty: no links. */
  readonly archiveUrl: string;
  /** Who may read the archive: everybody, those with a link of an email, or those with its password. */
  readonly archiveAccess: "public" | "link" | "password";
  /** Days for which the links of an edition open the archive under `link`. */
  readonly linkDays: number;
  /** On a day without changes: no email (`skip`) or a short note. */
  readonly quietDays: "skip" | "note";
  /** Days for which a story that left the corpus is remembered. */
  readonly remember: number;
  /** Slots that a mass removal stops before the edition of everything else goes out. */
  readonly massRemovalStops: number;
  /** For a claim whose worker died without a receipt: send again (`resend`) or never (`skip`). */
  readonly unknownDeliveries: "resend" | "skip";
  /** Days for which an email that the mail service refuses is tried again, before it is given up. */
  readonly retryDays: number;
  /** SES configuration set; empty: none. */
  readonly configurationSet: string;
}

/** Environment variable of each setting. */
export const ENVIRONMENT = {
  corpusBucket: "CORPUS_BUCKET",
  corpusPrefix: "CORPUS_PREFIX",
  stateBucket: "STATE_BUCKET",
  include: "INCLUDE",
  exclude: "EXCLUDE",
  jsonFields: "JSON_FIELDS",
  sender: "SENDER",
  recipients: "RECIPIENTS",
  contactList: "CONTACT_LIST",
  topic: "TOPIC",
  topics: "TOPICS",
  weekDay: "WEEK_DAY",
  summaries: "SUMMARIES",
  name: "DIGEST_NAME",
  timeZone: "TIME_ZONE",
  locale: "DIGEST_LOCALE",
  storyUrl: "STORY_URL",
  archiveUrl: "ARCHIVE_URL",
  archiveAccess: "ARCHIVE_ACCESS",
  linkDays: "LINK_DAYS",
  quietDays: "QUIET_DAYS",
  remember: "REMEMBER",
  massRemovalStops: "MASS_REMOVAL_STOPS",
  unknownDeliveries: "UNKNOWN_DELIVERIES",
  retryDays: "RETRY_DAYS",
  configurationSet: "CONFIGURATION_SET",
} as const satisfies Record<keyof DigestConfig, string>;

/** Default of `name`, and the UTF-16 units it may have: more would not fit on two lines of the masthead on a phone. */
export const DIGEST_NAME = "Late Edition";
export const MAX_DIGEST_NAME = 60;
/** Values of `weekDay`, the default first. */
export const WEEK_DAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];
/** Default of the setting `summaries`: no model is asked. */
export const EXTRACT = "extract";
/** Values of `quietDays`, the default first. */
export const QUIET_DAYS = ["skip", "note"] as const;
/** Values of `archiveAccess`, the default first. */
export const ARCHIVE_ACCESS = ["public", "link", "password"] as const;
/** Default of `linkDays`, and its maximum: ten years. */
export const LINK_DAYS = 90;
const MAX_LINK_DAYS = 3650;
/** Default of `remember`, and its maximum: ten years. */
export const REMEMBER_DAYS = 90;
const MAX_REMEMBER_DAYS = 3650;
/** Default of `massRemovalStops`, and its maximum. */
export const MASS_REMOVAL_STOPS = 2;
const MAX_MASS_REMOVAL_STOPS = 100;
/** Default of `retryDays`, and its maximum: older news is none. */
export const RETRY_DAYS = 3;
const MAX_RETRY_DAYS = 30;
/** Values of `unknownDeliveries`, the default first. */
export const UNKNOWN_DELIVERIES = ["resend", "skip"] as const;

/** Environment variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Writes settings as the environment of a function; the inverse of {@link readConfig}, and of {@link readArchiveConfig}. */
export function toEnvironment(config: Partial<DigestConfig>): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [setting, value] of Object.entries(config)) {
    const name = ENVIRONMENT[setting as keyof DigestConfig];
    environment[name] = Array.isArray(value) ? value.join(",") : String(value);
  }
  return environment;
}

/** Reads the configuration; throws an error that names the missing or wrong variable. */
export function readConfig(env: Environment): DigestConfig {
  return {
    corpusBucket: required(env, ENVIRONMENT.corpusBucket),
    corpusPrefix: env[ENVIRONMENT.corpusPrefix] ?? "",
    stateBucket: required(env, ENVIRONMENT.stateBucket),
    include: env[ENVIRONMENT.include] ?? "",
    exclude: env[ENVIRONMENT.exclude] ?? "",
    jsonFields: env[ENVIRONMENT.jsonFields] ?? "",
    sender: checkedMailbox(ENVIRONMENT.sender, required(env, ENVIRONMENT.sender)),
    ...readership(env),
    weekDay: oneOf(env, ENVIRONMENT.weekDay, WEEK_DAYS),
    summaries: summaries(env),
    name: digestName(env[ENVIRONMENT.name] || DIGEST_NAME),
    timeZone: timeZone(env[ENVIRONMENT.timeZone] || "UTC"),
    locale: locale(env[ENVIRONMENT.locale] ?? ""),
    storyUrl: storyUrl(env[ENVIRONMENT.storyUrl] ?? ""),
    archiveUrl: archiveUrl(env[ENVIRONMENT.archiveUrl] ?? ""),
    archiveAccess: oneOf(env, ENVIRONMENT.archiveAccess, ARCHIVE_ACCESS),
    linkDays: within(env, "linkDays"),
    quietDays: oneOf(env, ENVIRONMENT.quietDays, QUIET_DAYS),
    remember: within(env, "remember"),
    massRemovalStops: within(env, "massRemovalStops"),
    unknownDeliveries: oneOf(env, ENVIRONMENT.unknownDeliveries, UNKNOWN_DELIVERIES),
    retryDays: within(env, "retryDays"),
    configurationSet: env[ENVIRONMENT.configurationSet] ?? "",
  };
}

/** The settings of the function that serves the archive. */
export type ArchiveConfig = Pick<
  DigestConfig,
  "stateBucket" | "jsonFields" | "name" | "timeZone" | "locale" | "archiveAccess" | "topics"
>;

/** Reads the configuration of the archive; throws an error that names the missing or wrong variable. */
export function readArchiveConfig(env: Environment): ArchiveConfig {
  return {
    stateBucket: required(env, ENVIRONMENT.stateBucket),
    jsonFields: env[ENVIRONMENT.jsonFields] ?? "",
    name: digestName(env[ENVIRONMENT.name] || DIGEST_NAME),
    timeZone: timeZone(env[ENVIRONMENT.timeZone] || "UTC"),
    locale: locale(env[ENVIRONMENT.locale] ?? ""),
    archiveAccess: oneOf(env, ENVIRONMENT.archiveAccess, ARCHIVE_ACCESS),
    topics: env[ENVIRONMENT.topics] ?? "",
  };
}

type Readership = Pick<DigestConfig, "recipients" | "contactList" | "topic" | "topics">;

/** Who gets the email: the recipients named here, or a list's contacts; never both. */
function readership(env: Environment): Readership {
  const { recipients, contactList, topic } = ENVIRONMENT;
  const list = listName(env, contactList);
  const chosen = listName(env, topic);
  const named = env[recipients] ?? "";
  if (list === "" && chosen !== "") {
    throw new Error(
      `environment variable ${topic} is "${chosen}" without ${contactList}: a topic needs its contact list, set both or neither`,
    );
  }
  if (list !== "" && named.trim() !== "") {
    throw new Error(
      `environment variables ${recipients} and ${contactList} are both set: expected only one of them`,
    );
  }
  const topics = env[ENVIRONMENT.topics] ?? "";
  if (chosen !== "" && topics !== "") {
    throw new Error(
      `environment variables ${topic} and ${ENVIRONMENT.topics} are both set: the first is for a digest of one topic, drop one of them`,
    );
  }
  return { recipients: list === "" ? addresses(env) : [], contactList: list, topic: chosen, topics };
}

function addresses(env: Environment): readonly string[] {
  const name = ENVIRONMENT.recipients;
  const recipients = (env[name] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  if (recipients.length === 0) {
    throw new Error(
      `environment variable ${name} contains no address: set a comma-separated list, or ${ENVIRONMENT.contactList}`,
    );
  }
  for (const { address } of recipients.map(readerNamed)) {
    checkedMailbox(name, address);
  }
  return [...new Set(recipients)];
}

/** A reader as the setting has it: an address, and behind `#` the topics that it chose, with `+` between them. */
export function readerNamed(recipient: string): {
  readonly address: string;
  readonly topics?: readonly string[];
} {
  const [, address = recipient, topics] = /^(.*@[^#]*)#([\w+-]+)$/.exec(recipient) ?? [];
  return topics === undefined ? { address } : { address, topics: topics.split("+") };
}

function checkedMailbox(name: string, address: string): string {
  if (!isMailbox(address)) {
    throw new Error(
      `environment variable ${name} has "${address}": expected an address such as desk@example.org`,
    );
  }
  return address;
}

function listName(env: Environment, variable: string): string {
  const name = env[variable] ?? "";
  if (name !== "" && !isListName(name)) {
    throw new Error(
      `environment variable ${variable} is "${name}": expected 1 to 64 letters, digits, underscores and hyphens`,
    );
  }
  return name;
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value.trim() === "") {
    throw new Error(`environment variable ${name} is not set: the function cannot start without it`);
  }
  return value;
}

/** The value of a variable from a fixed list; the first one if it is not set. */
function oneOf<T extends string>(env: Environment, name: string, values: readonly [T, ...T[]]): T {
  const value = env[name] || values[0];
  const known = values.find((candidate) => candidate === value);
  if (known === undefined) {
    throw new Error(`environment variable ${name} is "${value}": expected ${values.join(" or ")}`);
  }
  return known;
}

/** A whole number with its default and its maximum. */
interface Count {
  readonly of: string;
  readonly most: number;
  readonly byDefault: number;
}

const COUNTS = {
  linkDays: { of: "days", most: MAX_LINK_DAYS, byDefault: LINK_DAYS },
  remember: { of: "days", most: MAX_REMEMBER_DAYS, byDefault: REMEMBER_DAYS },
  massRemovalStops: { of: "slots", most: MAX_MASS_REMOVAL_STOPS, byDefault: MASS_REMOVAL_STOPS },
  retryDays: { of: "days", most: MAX_RETRY_DAYS, byDefault: RETRY_DAYS },
} as const satisfies Partial<Record<keyof DigestConfig, Count>>;

function within(env: Environment, setting: keyof typeof COUNTS): number {
  const name = ENVIRONMENT[setting];
  const { of, most, byDefault } = COUNTS[setting];
  const value = env[name] || String(byDefault);
  if (!isCount(setting, value)) {
    throw new Error(`environment variable ${name} is "${value}": expected a number of ${of}, 0 to ${most}`);
  }
  return Number(value);
}

/** Whether this is a value of a setting that counts days or slots. */
export function isCount(setting: keyof typeof COUNTS, value: string): boolean {
  return /^\d{1,4}$/.test(value) && Number(value) <= COUNTS[setting].most;
}

function timeZone(name: string): string {
  if (!isTimeZone(name)) {
    throw new Error(
      `environment variable ${ENVIRONMENT.timeZone} is "${name}": expected an IANA time zone such as Europe/Berlin`,
    );
  }
  return name;
}

function summaries(env: Environment): string {
  const value = env[ENVIRONMENT.summaries] ?? "";
  if (value === "" || value === EXTRACT) {
    return "";
  }
  if (modelOf(value) === undefined) {
    throw new Error(
      `environment variable ${ENVIRONMENT.summaries} is "${value}": expected ${SUMMARIES_EXPECTED}`,
    );
  }
  return value;
}

/** What a value of `summaries` may be. */
export const SUMMARIES_EXPECTED =
  "extract, choose:MODEL or write:MODEL with the id or ARN of a Bedrock model or inference profile";

/** The model that a value of `summaries` names, and what it does; `undefined` if it names none. */
export function modelOf(
  value: string,
): { readonly does: "choose" | "write"; readonly model: string } | undefined {
  const [, does, model] = /^(choose|write):([a-zA-Z0-9][\w.:/-]{0,399})$/.exec(value) ?? [];
  return model !== undefined && (does === "choose" || does === "write") ? { does, model } : undefined;
}

function digestName(name: string): string {
  if (!isDigestName(name)) {
    throw new Error(
      `environment variable ${ENVIRONMENT.name} is ${JSON.stringify(name)}: expected a name of at most ${MAX_DIGEST_NAME} characters without control characters, such as Wire Watch`,
    );
  }
  return name;
}

function locale(tag: string): string {
  if (tag !== "" && !isLocale(tag)) {
    throw new Error(
      `environment variable ${ENVIRONMENT.locale} is "${tag}": expected a BCP 47 language tag such as en-US`,
    );
  }
  return tag;
}

function storyUrl(template: string): string {
  if (template !== "" && !isStoryUrl(template)) {
    throw new Error(
      `environment variable ${ENVIRONMENT.storyUrl} is "${template}": expected an http or https address with {key} in it`,
    );
  }
  return template;
}

/** Whether the runtime knows this IANA time zone. It knows UTC; to ask would load what it knows of all others. */
export function isTimeZone(name: string): boolean {
  if (name === "UTC") {
    return true;
  }
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a digest may have this name: short, with a letter or digit, without blanks at its ends, control or invisible characters. Joiners
 * belong to the spelling of some languages.
 */
export function isDigestName(name: string): boolean {
  return (
    name.length <= MAX_DIGEST_NAME &&
    name === name.trim() &&
    /[\p{L}\p{N}]/u.test(name) &&
    !/[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u200c\u200d]]/v.test(name)
  );
}

/** Whether the runtime knows the language of this BCP 47 tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Whether this is an address that SES may accept: in ASCII, plain or after a name. */
export function isMailbox(text: string): boolean {
  return /^(?:[^<>]*<[!-;=?A-~]+@[!-;=?A-~]+>|[!-;=?A-~]+@[!-;=?A-~]+)$/.test(text);
}

/** Whether SES accepts this as the name of a contact list or topic (CloudFormation's AWS::SES::ContactList). */
export function isListName(name: string): boolean {
  return /^[a-zA-Z0-9_-]{1,64}$/.test(name);
}

function archiveUrl(address: string): string {
  if (address !== "" && !/^https?:\/\/[^\s/{}]+(?:\/[^\s/{}]+)*$/.test(address)) {
    throw new Error(
      `environment variable ${ENVIRONMENT.archiveUrl} is "${address}": expected an http or https address without a slash at its end, such as https://news.example.org/archive`,
    );
  }
  return address;
}

/** The part of the configuration that rendering needs; contacts of a list unsubscribe on SES's own page. */
export function renderOptionsOf({
  name,
  timeZone,
  locale,
  storyUrl,
  archiveUrl: archive,
  contactList,
}: DigestConfig) {
  const unsubscribe = contactList === "" ? "mailto" : "ses";
  const links = {
    edition: `${archive}/editions/{slot}/`,
    week: `${archive}/editions/{slot}/week/`,
    history: `${archive}/stories/{id}/`,
  };
  return { name, timeZone, locale, storyUrl, unsubscribe, ...(archive !== "" && { links }) } as const;
}

/** Whether this is a URL template for stories: http or https, with `{key}` after the host. */
export function isStoryUrl(template: string): boolean {
  return /^https?:\/\/[^\s/{}]+\/\S*\{key\}/.test(template);
}
