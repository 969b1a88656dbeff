import type { Template } from "aws-cdk-lib/assertions";

/** A policy statement with its actions and resources as lists; references are spelt as JSON. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: unknown;
  readonly principal: unknown;
}

/** Every resource of a type as `[logical id, resource]`. */
export function resourcesOf(template: Template, type: string): [string, Record<string, unknown>][] {
  return Object.entries(template.findResources(type));
}

/** Every statement that grants a permission: policies of roles, and policies inside roles. */
export function identityStatements(template: Template): Statement[] {
  const policies = resourcesOf(template, "AWS::IAM::Policy").map(([, policy]) => at(policy, "Properties"));
  const inline = resourcesOf(template, "AWS::IAM::Role").flatMap(([, role]) =>
    list(at(role, "Properties", "Policies")),
  );
  return [...policies, ...inline].flatMap(documentStatements);
}

/** Whether an action deletes, or is a pattern; Step Functions needs one such action to stop log delivery. */
export function mayDelete(action: string): boolean {
  return /delete|\*/i.test(action) && action !== "logs:DeleteLogDelivery";
}

/** The statements in one role's policies. */
export function statementsOf(template: Template, roleId: string): Statement[] {
  return resourcesOf(template, "AWS::IAM::Policy")
    .filter(([, policy]) => JSON.stringify(at(policy, "Properties", "Roles")).includes(`"${roleId}`))
    .flatMap(([, policy]) => documentStatements(at(policy, "Properties")));
}

/** The statements in policies attached to resources: buckets, queues, topics. */
export function resourceStatements(template: Template, type: string): Map<string, Statement[]> {
  const attached = type === "AWS::S3::BucketPolicy" ? "Bucket" : "Queues";
  return new Map(
    resourcesOf(template, type).map(([, policy]) => [
      JSON.stringify(at(policy, "Properties", attached)),
      documentStatements(at(policy, "Properties")),
    ]),
  );
}

/** The definition of the state machine, with its references spelt by their logical ids. */
export function definitionOf(template: Template): string {
  const [[, machine] = []] = resourcesOf(template, "AWS::StepFunctions::StateMachine");
  return list(at(machine, "Properties", "DefinitionString", "Fn::Join", "1"))
    .map((piece) =>
      typeof piece === "string" ? piece : String(at(piece, "Ref") ?? at(piece, "Fn::GetAtt", "0")),
    )
    .join("")
    .replaceAll("arn:AWS::Partition:", "arn:aws:");
}

/** The environment of the digest's function, or of another whose logical id begins so; references are spelt as the ids they lead to. */
export function readEnvironment(from: Template, id = "DigestFunction"): Record<string, string> {
  const [, lambda] = resourcesOf(from, "AWS::Lambda::Function").find(([found]) => found.startsWith(id)) ?? [];
  const variables = Object.entries(Object(at(lambda, "Properties", "Environment", "Variables")));
  return Object.fromEntries(
    variables.map(([name, value]) => [name, spell(value).replaceAll(/<([\w:]+)(?:\.\w+)?>/g, "$1")]),
  );
}

/** Follows property names into a value; `undefined` if one is missing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => Object(found)[name], value);
}

function documentStatements(policy: unknown): Statement[] {
  return list(at(policy, "PolicyDocument", "Statement")).map((statement) => ({
    effect: String(at(statement, "Effect")),
    actions: list(at(statement, "Action")).map(String),
    resources: list(at(statement, "Resource")).map(spell),
    condition: at(statement, "Condition"),
    principal: at(statement, "Principal"),
  }));
}

/** `<DigestState61A533A8.Arn>/runs/*`: joined, references in angle brackets. */
export function spell(resource: unknown): string {
  if (typeof resource === "string") {
    return resource;
  }
  const [intrinsic, argument] = Object.entries(Object(resource))[0] ?? [];
  if (intrinsic === "Fn::Join") {
    return list(list(argument)[1]).map(spell).join("");
  }
  return `<${list(argument).join(".")}>`;
}

function list(value: unknown): unknown[] {
  if (value === undefined) {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}
