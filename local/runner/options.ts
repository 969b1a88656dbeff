import { accessSync, constants } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { isMailbox } from "../../functions/digest/config.ts";
import { IS_INSTALLED } from "../../infra/installed.ts";
import { INBOX_PORT } from "../cloud.ts";
import { remedied, type WrittenFolders } from "../remedy.ts";
import { boundCorpus } from "./bound-corpus.ts";
import { digestEvent, readEvent } from "./event-option.ts";
import { summariesSetting } from "./summaries.ts";
import { SAMPLE_EVENTS, UsageError } from "./usage.ts";

/** The project folder; in the package, where everything is compiled, it has the same layout. */
export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Options of a local run; all paths are absolute. */
export interface RunOptions {
  readonly corpus: string;
  readonly state: string;
  readonly out: string;
  /** The event for the function, unchecked: the function checks it. */
  readonly event: unknown;
  readonly isBundled: boolean;
  /** Variables that replace those of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Replaces the recipients in the environment. */
  readonly recipients?: string;
  /** Comma-separated contacts to add first to the contact list in the environment. */
  readonly contacts?: string;
  readonly timeLimitMs: number;
}

/** Run options plus those of the command itself. */
export interface CommandOptions extends RunOptions {
  readonly isJson: boolean;
  /** Whether to say why the edition has its order, and what is in which topic. */
  readonly isExplained: boolean;
  /** The address of the reader whose email is to be shown. */
  readonly reader?: string;
}

export const RUN_OPTIONS = {
  corpus: { type: "string" },
  state: { type: "string" },
  out: { type: "string" },
  at: { type: "string" },
  "allow-future": { type: "boolean" },
  "accept-removals": { type: "boolean" },
  event: { type: "string" },
  bundle: { type: "boolean" },
  json: { type: "boolean" },
  explain: { type: "boolean" },
  reader: { type: "string" },
  recipients: { type: "string" },
  contacts: { type: "string" },
  summaries: { type: "string" },
  "time-limit": { type: "string" },
} as const;

/** Lambda's own limit. */
const MAX_TIME_LIMIT_S = 900;
const DEFAULT_TIME_LIMIT_S = 15;

/** Options of `npm run digest`; the slot defaults to `now`. Throws {@link UsageError}. */
export function parseDigestOptions(args: readonly string[], now: Date): CommandOptions {
  const { values } = parseStrictly({ args: [...args], options: RUN_OPTIONS });
  return { ...commonOptions(values), event: digestEvent(values, now) };
}

/** Options of `npm run invoke`: the event file, then the same options. Throws {@link UsageError}. */
export function parseInvokeOptions(args: readonly string[]): CommandOptions {
  const {
    at: _at,
    "allow-future": _future,
    "accept-removals": _removals,
    event: _event,
    ...options
  } = RUN_OPTIONS;
  const { values, positionals } = parseStrictly({ args: [...args], options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UsageError(
      `expected one event file, found ${positionals.length}; for example ${SAMPLE_EVENTS}/scheduled.json`,
    );
  }
  return { ...commonOptions(values), event: readEvent(file) };
}

/** Options of `npm run inbox`. Throws {@link UsageError}. */
export function parseInboxOptions(args: readonly string[]): {
  readonly state: string;
  readonly port: number;
} {
  const options = { state: { type: "string" }, port: { type: "string" } } as const;
  const { values } = parseStrictly({ args: [...args], options });
  const port = Number(values.port ?? INBOX_PORT);
  if (values.port === "" || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port is "${values.port}": expected a number up to 65535, 0 for any free port`);
  }
  return { state: folder(values.state, ".state"), port };
}

/** Options of `npm run read`: the files, at least one, and the setting `jsonFields`. Throws {@link UsageError}. */
export function parseReadOptions(args: readonly string[]): {
  readonly files: readonly string[];
  readonly jsonFields: string;
  readonly isJson: boolean;
} {
  const options = { json: { type: "boolean" }, "json-fields": { type: "string" } } as const;
  const { values, positionals } = parseStrictly({ args: [...args], options, allowPositionals: true });
  if (positionals.length === 0) {
    throw new UsageError("expected one or more files with a story, found none");
  }
  return { files: positionals, jsonFields: values["json-fields"] ?? "", isJson: values.json ?? false };
}

/** Options of `npm run demo`: the parent folders of its own folders. Throws {@link UsageError}. */
export function parseDemoOptions(args: readonly string[]): Pick<RunOptions, "state" | "out"> {
  const options = { state: { type: "string" }, out: { type: "string" } } as const;
  const { values } = parseStrictly({ args: [...args], options });
  return { state: folder(values.state, ".state"), out: folder(values.out, "out") };
}

/** Node's strict parser, with error messages cut to the line that names the option. */
export function parseStrictly<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    const [sentence] = cause instanceof Error ? cause.message.split(/\.\s|\n/) : [String(cause)];
    throw new UsageError(sentence, { cause });
  }
}

interface CommonValues {
  readonly corpus?: string | undefined;
  readonly state?: string | undefined;
  readonly out?: string | undefined;
  readonly bundle?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly reader?: string | undefined;
  readonly recipients?: string | undefined;
  readonly contacts?: string | undefined;
  readonly summaries?: string | undefined;
  readonly "time-limit"?: string | undefined;
}

function commonOptions(values: CommonValues): Omit<CommandOptions, "event"> {
  if (values.json && values.explain) {
    throw new UsageError(
      "--json and --explain cannot be combined: edition.json has the terms of each change",
    );
  }
  checkReader(values);
  checkAddresses("recipients", values.recipients);
  checkAddresses("contacts", values.contacts);
  const settings = summariesSetting(values.summaries);
  return {
    ...foldersOf(values),
    isBundled: values.bundle ?? false,
    isJson: values.json ?? false,
    isExplained: values.explain ?? false,
    ...(values.reader !== undefined && { reader: values.reader.trim() }),
    ...(values.recipients !== undefined && { recipients: values.recipients }),
    ...(values.contacts !== undefined && { contacts: values.contacts }),
    ...(settings !== undefined && { settings }),
    timeLimitMs: timeLimit(values["time-limit"]) * 1000,
  };
}

/** Without a corpus, that of the state folder's earlier runs. What is saved within a corpus would be stories of the next run. */
function foldersOf(values: CommonValues): Pick<RunOptions, "corpus" | "state" | "out"> {
  const state = folder(values.state, ".state");
  const out = folder(values.out, "out");
  const named = values.corpus === undefined ? boundTo({ state, out }) : folder(values.corpus, "seeds");
  const corpus = named ?? join(PROJECT, "seeds");
  for (const [option, path] of Object.entries({ state, out })) {
    if (isStoryPath(relative(corpus, path))) {
      throw new UsageError(
        `--${option} is ${path}, within the corpus ${corpus}: its files would be stories; name a folder outside`,
      );
    }
  }
  return { corpus, state, out };
}

function boundTo(folders: WrittenFolders): string | undefined {
  try {
    return boundCorpus(folders.state);
  } catch (error) {
    throw remedied(error, folders);
  }
}

/** Whether a path relative to the corpus is one of its files, or the corpus itself; names that begin with a dot are none. */
function isStoryPath(path: string): boolean {
  return !isAbsolute(path) && !path.split(sep).some((name) => name.startsWith("."));
}

function checkAddresses(option: string, list = ""): void {
  const wrong = list.split(",").find((address) => address.trim() !== "" && !isMailbox(address.trim()));
  if (wrong !== undefined) {
    throw new UsageError(
      `--${option} has "${wrong.trim()}": expected addresses such as reader@example.org, separated by commas`,
    );
  }
}

function checkReader({ reader, json }: CommonValues): void {
  if (json && reader !== undefined) {
    throw new UsageError("--json and --reader cannot be combined: the folder out has each email");
  }
  if (reader !== undefined && (!isMailbox(reader.trim()) || /[,#<]/.test(reader))) {
    throw new UsageError(
      `--reader is "${reader}": expected one address without topics, such as reader@example.org`,
    );
  }
}

/** The option that names a state folder, as the user would type it; none for the default. */
export function stateArguments(state: string): readonly string[] {
  const path = relative(process.cwd(), state) || ".";
  const typed = /^[\w./+@%-]+$/.test(path) ? path : JSON.stringify(path);
  return state === folder(undefined, ".state") ? [] : ["--state", typed];
}

/**
 * The named folder, relative to where the command was called. The default is in the project, but for the installed
 * package, and for a checkout that cannot be written, in the current folder.
 */
function folder(named: string | undefined, byDefault: string): string {
  if (named === "") {
    throw new UsageError(`the name of a folder is empty: expected one such as ${byDefault}`);
  }
  const isOurs = named === undefined && !IS_INSTALLED && isWritable(PROJECT);
  return isOurs ? resolve(PROJECT, byDefault) : resolve(named ?? byDefault);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function timeLimit(text: string | undefined): number {
  const seconds = Number(text ?? DEFAULT_TIME_LIMIT_S);
  if (text === "" || !(seconds > 0 && seconds <= MAX_TIME_LIMIT_S)) {
    throw new UsageError(`--time-limit is "${text}": expected seconds, up to ${MAX_TIME_LIMIT_S}`);
  }
  return seconds;
}
