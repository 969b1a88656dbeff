import { type Finding, notOk, ok } from "./finding.ts";

/**
 * Regions without SES, by the AWS SDKs' table of endpoints (November 2026); docs/deploy.md names the same. Every other
 * region that a deployment can choose has it.
 */
export const REGIONS_WITHOUT_SES: Readonly<Record<string, string>> = {
  "ap-east-1": "Hong Kong",
  "cn-north-1": "Beijing",
  "cn-northwest-1": "Ningxia",
};

/** Whether the digest can send its email from this region. */
export function checkRegion(region: string): Finding {
  const name = REGIONS_WITHOUT_SES[region];
  return name === undefined
    ? ok("region", `${region} has SES`)
    : notOk("region", `SES is not available in ${region} (${name}): export AWS_REGION=… with another one`);
}
