import { Stack, Validations } from "aws-cdk-lib";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IConstruct } from "constructs";

/** A cdk-nag finding that is true but harmless here; `reason` says why. */
export interface Acknowledgement {
  /** `AwsSolutions-S1`. */
  readonly rule: string;
  readonly reason: string;
}

/** Accepts these findings for everything under `scope`. */
export function acknowledge(scope: IConstruct, ...accepted: readonly Acknowledgement[]): void {
  Validations.of(scope).acknowledge(...accepted.map(({ rule, reason }) => ({ id: rule, reason })));
}

/** Accepts the wildcard resources of this one statement in the policies under `scope`. */
export function acknowledgeWildcards(scope: IConstruct, statement: PolicyStatement, reason: string): void {
  const stack = Stack.of(scope);
  const wildcards = statement.resources
    .map((resource) => flatten(stack.resolve(resource)))
    .filter((resource) => resource.includes("*"));
  acknowledge(
    scope,
    ...wildcards.map((resource) => ({ rule: `AwsSolutions-IAM5[Resource::${resource}]`, reason })),
  );
}

/**
 * An ARN as cdk-nag spells it in a finding: references in angle brackets, `<Bucket.Arn>/runs/*`. CDK ties a
 * finding to this spelling, so a wildcard added later is a new finding.
 */
function flatten(value: unknown): string {
  if (typeof value === "string") {
    return value;
  }
  const [intrinsic, argument] = Object.entries(Object(value))[0] ?? [];
  switch (intrinsic) {
    case "Ref":
      return `<${argument}>`;
    case "Fn::Sub":
      return String(argument).replaceAll("${", "<").replaceAll("}", ">");
    case "Fn::GetAtt":
      return `<${asList(argument).join(".")}>`;
    case "Fn::Join":
      return asList(asList(argument)[1])
        .map(flatten)
        .join(String(asList(argument)[0]));
    default:
      return JSON.stringify(value);
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
