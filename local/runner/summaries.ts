import { UsageError } from "./usage.ts";

/** The function's variable for the setting `summaries`. */
const SUMMARIES = "SUMMARIES";

const ENDPOINT = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

/** The id or ARN of a model or an inference profile: Converse API reference, `modelId` (2026). */
const VALUE = /^(?:extract|(?:choose|write):[A-Za-z0-9][A-Za-z0-9:/._-]{0,2047})$/;

type Environment = Readonly<Record<string, string | undefined>>;

/** The setting that the option `--summaries` makes; none without it. Throws {@link UsageError}. */
export function summariesSetting(value: string | undefined): Readonly<Record<string, string>> | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (!VALUE.test(value)) {
    throw new UsageError(
      `--summaries is "${value}": expected extract, choose:MODEL or write:MODEL, such as choose:local`,
    );
  }
  return { [SUMMARIES]: value };
}

/** Whether a run asks a model, and the caller has named no endpoint of Bedrock that it should ask. */
export function needsLocalModels(environment: Environment): boolean {
  const isAsking = /^(?:choose|write):/.test(environment[SUMMARIES] ?? "");
  return isAsking && (environment[ENDPOINT] ?? "") === "";
}
