import { ENVIRONMENT, EXTRACT, modelOf } from "../../functions/digest/config.ts";
import { UsageError } from "./usage.ts";

const ENDPOINT = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";

type Environment = Readonly<Record<string, string | undefined>>;

/** The setting that the option `--summaries` makes; none without it. Throws {@link UsageError}. */
export function summariesSetting(value: string | undefined): Readonly<Record<string, string>> | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (value !== EXTRACT && modelOf(value) === undefined) {
    throw new UsageError(
      `--summaries is "${value}": expected extract, choose:MODEL or write:MODEL, such as choose:local`,
    );
  }
  return { [ENVIRONMENT.summaries]: value };
}

/** Whether a run asks a model, and the caller has named no endpoint of Bedrock that it should ask. */
export function needsLocalModels(environment: Environment): boolean {
  const isAsking = modelOf(environment[ENVIRONMENT.summaries] ?? "") !== undefined;
  return isAsking && (environment[ENDPOINT] ?? "") === "";
}
