import type { DigestConfig } from "../config.ts";
import type { Ports } from "../ports.ts";
import type { ScanLimits } from "../scan/limits.ts";
import type { AskModel } from "../summary/model/types.ts";

/** The ports, settings and limits of one invocation. Each step names the ones it uses in its parameters. */
export interface Job extends Ports {
  readonly config: DigestConfig;
  readonly limits: ScanLimits;
  /** What asks the model with this id or ARN; absent: Amazon Bedrock. */
  readonly openModel?: (model: string) => AskModel;
}
