import type { Settings } from "../settings/settings.ts";
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

/** Regions without function URLs (Lambda developer guide, "Function URLs", November 2026), where the archive cannot be served; docs/deploy.md names the same. */
export const REGIONS_WITHOUT_ARCHIVE: readonly string[] = [
  "ap-east-2",
  "ap-south-2",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-west-1",
  "cn-north-1",
  "cn-northwest-1",
  "eu-central-2",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
];

/** Whether the archive can be served from this region; nothing to say where it is off. */
export function checkArchive(
  region: string,
  { archive = "off" }: Pick<Settings, "archive">,
): readonly Finding[] {
  if (archive === "off") {
    return [];
  }
  return REGIONS_WITHOUT_ARCHIVE.includes(region)
    ? [
        notOk(
          "archive",
          `Lambda has no function URLs in ${region}: leave out -c archive=${archive}, or choose another region`,
        ),
      ]
    : [ok("archive", `${region} can serve it`)];
}
