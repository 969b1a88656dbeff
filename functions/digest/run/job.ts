import type { DigestConfig } from "../config.ts";
import type { Ports } from "../ports.ts";
import type { ScanLimits } from "../scan/scan.ts";

/** The ports, settings and bounds of one invocation. Each step takes of it what its parameters name. */
export interface Job extends Ports {
  readonly config: DigestConfig;
  readonly limits: ScanLimits;
}
