import type { SESv2Client } from "@aws-sdk/client-sesv2";
import { reasonOf } from "./finding.ts";
import { postSigned } from "./signed-request.ts";

/** The name that the stack has, unless the setting `stackName` gives another. */
const STACK_NAME = "LateEdition";

/** The state bucket of the deployed stack; or that there is no such stack, or why it cannot be known. */
export type StateBucket =
  | { readonly bucket: string }
  | { readonly missing: string }
  | { readonly unknown: string };

/** Asks CloudFormation for the output `StateBucket` of the stack. One request. */
export async function findStateBucket(stackName: string | undefined, ses: SESv2Client): Promise<StateBucket> {
  const stack = stackName ?? STACK_NAME;
  try {
    return bucketIn(await describeStack(stack, ses), stack);
  } catch (error) {
    return { unknown: reasonOf(error) };
  }
}

async function describeStack(stack: string, ses: SESv2Client): Promise<string> {
  return await postSigned(ses, {
    service: "cloudformation",
    endpoint: process.env.AWS_ENDPOINT_URL_CLOUDFORMATION,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      Action: "DescribeStacks",
      Version: "2010-05-15",
      StackName: stack,
    }).toString(),
  });
}

/** The members of the outputs have none of their own. */
const MEMBER = /<member>((?:(?!<\/?member>)[\s\S])*)<\/member>/g;

function bucketIn(xml: string, stack: string): StateBucket {
  const code = textOf("Code", xml);
  if (code !== undefined) {
    return /does not exist/.test(xml)
      ? { missing: `there is no stack ${stack} here yet` }
      : { unknown: `${code}; you need permission for cloudformation:DescribeStacks on stack ${stack}` };
  }
  const outputs = Array.from(xml.matchAll(MEMBER), ([, member = ""]) => member);
  const bucket = outputs
    .filter((output) => textOf("OutputKey", output) === "StateBucket")
    .map((output) => textOf("OutputValue", output))[0];
  return bucket === undefined ? { missing: `stack ${stack} has no output StateBucket` } : { bucket };
}

function textOf(element: string, xml: string): string | undefined {
  return new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
}
