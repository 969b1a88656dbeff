import { describe, expect, test } from "vitest";
import { readConfig } from "../../functions/digest/config.ts";
import type { LateEditionProps } from "../../infra/late-edition-props.ts";
import type { Call } from "./recorded-calls.ts";
import { recordRuns } from "./recorded-runs.ts";
import { synthesize } from "./synthesize.ts";
import { readEnvironment, type Statement, statementsOf } from "./template.ts";

const SES = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:";

/** What Lambda and S3 do by themselves, with the function's role: its log, the events that failed, decryption. */
const OF_THE_RUNTIME = /^(logs|sqs|kms):/;

/** The ARN of a call's resource, as template.ts spells the ARNs of a template. */
function arnOf({ action, resource }: Call): string {
  if (action.startsWith("s3:")) {
    return resource.replace(/^[^/]+/, "<$&.Arn>");
  }
  return resource === "" ? "*" : `${SES}${resource.replace(/(?<=^configuration-set\/).*/, "<$&>")}`;
}

function isAllowed(call: Call, statements: readonly Statement[]): boolean {
  return statements.some(
    ({ actions, resources, condition }) =>
      actions.includes(call.action) &&
      resources.some((pattern) => matches(pattern, arnOf(call))) &&
      holds(condition, call.context),
  );
}

/** `*` is the only wildcard of our policies. */
function matches(pattern: string, name: string): boolean {
  const parts = pattern.split("*").map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(name);
}

function holds(condition: unknown, context: Call["context"]): boolean {
  return Object.entries(Object(condition)).every(([operator, values]) =>
    Object.entries(Object(values)).every(([key, value]) =>
      operator === "StringLike"
        ? matches(String(value), context[key] ?? "")
        : operator === "StringEqualsIgnoreCase" &&
          String(value).toLowerCase() === (context[key] ?? "").toLowerCase(),
    ),
  );
}

/** Every action on every resource that the role allows, but for those of the runtime. */
function rightsOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((statement) =>
    statement.actions
      .filter((action) => !OF_THE_RUNTIME.test(action))
      .flatMap((action) =>
        statement.resources.map((resource) => ({ ...statement, actions: [action], resources: [resource] })),
      ),
  );
}

const DEPLOYMENTS: Readonly<Record<string, Partial<LateEditionProps>>> = {
  "with recipients": { sender: "Evening Desk <desk@example.org>" },
  "with a prefix": { corpusPrefix: "wire/" },
  "with a contact list": { recipients: [], contactList: "readers", topic: "daily" },
};

describe.each(Object.entries(DEPLOYMENTS))("the function's role in a deployment %s", (_, props) => {
  test("allows every call of its runs, and nothing that no run calls", async () => {
    const template = synthesize(props);
    const statements = statementsOf(template, "DigestRole");
    const calls = await recordRuns(readConfig(readEnvironment(template)));
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter((call) => !isAllowed(call, statements))).toEqual([]);
    const unused = rightsOf(statements).filter((right) => !calls.some((call) => isAllowed(call, [right])));
    expect(unused.map(({ actions, resources }) => [...actions, ...resources])).toEqual([]);
  });
});

describe("the check itself", () => {
  const statements = statementsOf(synthesize({ corpusPrefix: "wire/" }), "DigestRole");
  const corpus = "DigestCorpus0C931A35";
  const state = "DigestState61A533A8";

  test.each([
    ["s3:GetObject", `${corpus}/wire/story.txt`, {}, true],
    ["s3:GetObject", `${corpus}/other/story.txt`, {}, false],
    ["s3:PutObject", `${corpus}/wire/story.txt`, {}, false],
    ["s3:ListBucket", corpus, { "s3:prefix": "wire/" }, true],
    ["s3:ListBucket", corpus, { "s3:prefix": "" }, false],
    ["s3:PutObject", `${state}/head.json`, {}, true],
    ["s3:PutObject", `${state}/head.json.backup`, {}, false],
    ["s3:DeleteObject", `${state}/head.json`, {}, false],
    ["s3:PutObjectTagging", `${state}/deliveries/a`, {}, false],
    ["ses:SendEmail", "identity/you@example.org", { "ses:FromAddress": "Desk@example.org" }, true],
    ["ses:SendEmail", "identity/you@example.org", { "ses:FromAddress": "other@example.org" }, false],
    ["ses:SendEmail", "contact-list/readers", { "ses:FromAddress": "desk@example.org" }, false],
    ["ses:GetAccount", "", {}, true],
  ])("answers %s on %s with %j: %s", (action, resource, context, isRight) => {
    expect(isAllowed({ action, resource, context }, statements)).toBe(isRight);
  });
});
