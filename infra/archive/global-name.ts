import { Aws, Names } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** CloudFront's names have 64 characters at most; the longest name of a region has 14. */
const MAX_OWN_LENGTH = 38;

/**
 * A name for what CloudFront has once in all of an account, by the stack and its region: CDK's own names would be the same for the
 * same stack in another region, whose deployment would fail.
 */
export function globalName(scope: Construct, suffix: string): string {
  return `${Names.uniqueResourceName(scope, { maxLength: MAX_OWN_LENGTH })}-${suffix}-${Aws.REGION}`;
}
