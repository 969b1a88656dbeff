import { createServer, type Server } from "node:http";
import { devNull } from "node:os";
import { onTestFinished, vi } from "vitest";
import type { TopicSetting } from "../../../functions/digest/topics/topics.ts";
import { examine } from "../../../infra/doctor/examine.ts";
import { lineOf } from "../../../infra/doctor/finding.ts";
import { startS3Server } from "../../../local/s3/s3-server.ts";
import { ACCOUNT, type LocalAccount } from "../../../local/ses/account.ts";
import type { ContactBook } from "../../../local/ses/contact-book.ts";
import { startSesServer } from "../../../local/ses/ses-server.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

export const GIVEN = ["-c", "sender=Desk <desk@example.org>", "-c", "recipients=you@example.org"];

/** What is deployed in an account. */
interface Deployed {
  /** The bucket of the stack `LateEdition`. */
  readonly state?: LocalStore;
  /** Answers CloudFormation instead. */
  readonly stacks?: string;
}

/** An account with a bucket `my-stories` that holds `wire/1.txt`, an empty one, and a contact list `readers`. */
export async function openAccount(
  account: Partial<LocalAccount> = {},
  ssm: object = { Parameter: { Value: "21" } },
  { state, stacks }: Deployed = {},
): Promise<ContactBook> {
  const parameters = createServer(async (request, response) => {
    const { Name } = JSON.parse((await request.toArray()).join(""));
    const isSigned = /Credential=local\/\d+\/eu-central-1\/ssm\/aws4_request/.test(
      request.headers.authorization ?? "",
    );
    const isRight = Name === "/cdk-bootstrap/hnb659fds/version" && isSigned;
    response.end(JSON.stringify(isRight ? ssm : { __type: "ValidationException" }));
  });
  const cloudFormation = createServer(async (request, response) => {
    const { Action, StackName = "" } = Object.fromEntries(
      new URLSearchParams((await request.toArray()).join("")),
    );
    const isSigned = request.headers.authorization?.includes("/eu-central-1/cloudformation/aws4_request");
    const isRight = Action === "DescribeStacks" && isSigned;
    response.end(
      isRight ? (stacks ?? describeStacks(StackName, state?.bucket)) : failure("InvalidAction", ""),
    );
  });
  const stories = createMemoryStore({ bucket: "my-stories" });
  await stories.write("wire/1.txt", Buffer.from("Council meets"));
  const s3 = await startS3Server([
    stories,
    createMemoryStore({ bucket: "empty" }),
    ...(state ? [state] : []),
  ]);
  const ses = await startSesServer({ inbox: temporaryFolder(), account: () => ({ ...ACCOUNT, ...account }) });
  ses.contacts.putList({
    name: "readers",
    topics: [{ name: "daily", displayName: "Daily", byDefault: "OPT_IN" }],
    contacts: [],
  });
  onTestFinished(() => Promise.all([s3.close(), ses.close()]).then(() => undefined));
  setEnvironment({
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_SSM: await listen(parameters),
    AWS_ENDPOINT_URL_CLOUDFORMATION: await listen(cloudFormation),
    AWS_ENDPOINT_URL_SESV2: ses.url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
  return ses.contacts;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** As CloudFormation answers DescribeStacks (API reference, 2026). */
function describeStacks(stack: string, bucket: string | undefined): string {
  if (stack !== "LateEdition" || bucket === undefined) {
    return failure("ValidationError", `Stack with id ${stack} does not exist`);
  }
  const outputs = Object.entries({ FunctionName: "digest", StateBucket: bucket, LogGroup: "logs" }).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>
  <member><StackName>${stack}</StackName><Parameters><member><ParameterKey>BootstrapVersion</ParameterKey></member></Parameters>
  <Outputs>${outputs.join("\n")}</Outputs><StackStatus>UPDATE_COMPLETE</StackStatus></member>
</Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}

/** As CloudFormation refuses. */
export function failure(code: string, message: string): string {
  return `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

export function setEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  const nobody = {
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PROFILE: undefined,
  };
  for (const [name, value] of Object.entries({ ...nobody, ...values })) {
    vi.stubEnv(name, value);
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** What the doctor says, a line each. */
export async function ask(...args: readonly string[]): Promise<readonly string[]> {
  return (await examine(args, { folder: temporaryFolder(), isForeign: false })).map(lineOf);
}

/** What the doctor says of topics: all from the first line about them, which come last. */
export async function said(...args: readonly string[]): Promise<readonly string[]> {
  const lines = await ask(...args);
  return lines.slice(lines.findIndex((line) => /^.{11} {2}topics\b/.test(line)));
}

export const topicsSetting = (...topics: readonly TopicSetting[]) => [
  "-c",
  `topics=${JSON.stringify(topics)}`,
];
