import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { commandLine } from "../installed.ts";
import { isSetting, SettingsError } from "../settings/settings.ts";

type Context = Readonly<Record<string, unknown>>;

/** Where `cdk` is run. */
export interface CdkProject {
  readonly folder: string;
  /** An app of somebody else's: its context has words that are none of ours. */
  readonly isForeign: boolean;
}

/**
 * The context as the CDK CLI assembles it: `-c name=value` takes precedence over `cdk.json`, and that over
 * `cdk.context.json`; `~/.cdk.json` is ignored. Throws a {@link SettingsError} for an unknown option.
 */
export function readContext(args: readonly string[], { folder, isForeign }: CdkProject): Context {
  const { context } = parseOptions(args);
  const inFiles = Object.entries({
    ...readJson(join(folder, "cdk.context.json")),
    ...Object(readJson(join(folder, "cdk.json")).context),
  });
  return {
    ...Object.fromEntries(inFiles.filter(([name]) => !isForeign || isSetting(name))),
    ...Object.fromEntries(context.map(splitOption)),
  };
}

function parseOptions(args: readonly string[]): { readonly context: readonly string[] } {
  try {
    const options = { context: { type: "string", short: "c", multiple: true } } as const;
    return { context: parseArgs({ args: [...args], options }).values.context ?? [] };
  } catch (cause) {
    const [sentence] = cause instanceof Error ? cause.message.split(/\.\s|\n/) : [String(cause)];
    const example = commandLine("doctor", "-c sender=desk@example.org");
    throw new SettingsError(`${sentence}: pass settings as in ${example}`, { cause });
  }
}

function readJson(path: string): Context {
  if (!existsSync(path)) {
    return {};
  }
  try {
    return Object(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`cannot read the settings in ${path}: ${reason}`, { cause });
  }
}

function splitOption(option: string): readonly [string, string] {
  const at = option.indexOf("=");
  if (at < 1) {
    throw new SettingsError(
      `-c ${option} is not a setting: expected a name and a value, as in -c sender=desk@example.org`,
    );
  }
  return [option.slice(0, at), option.slice(at + 1)];
}
