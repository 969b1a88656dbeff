/**
 * The function behind the stack's custom resource for the sample stories. It is deployed as it is, beside the stories,
 * and uses the AWS SDK of Lambda's runtime.
 */
import { readdirSync, readFileSync } from "node:fs";
import { PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";

/** What CloudFormation sends for any custom resource (CloudFormation user guide, "Custom resource reference"). */
export interface ResourceEvent {
  readonly RequestType: "Create" | "Update" | "Delete";
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}

export interface PlantEvent extends ResourceEvent {
  readonly ResourceProperties: { readonly Bucket: string; readonly Prefix: string };
}

const STORIES = new URL("./stories/", import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  json: "application/json",
};

/** Puts the stories where there are none yet; deletes nothing, and replaces nothing that somebody may have edited. */
export async function handler(event: PlantEvent, _context?: unknown, stories: URL = STORIES): Promise<void> {
  const { Bucket, Prefix } = event.ResourceProperties;
  let problem: string | undefined;
  try {
    if (event.RequestType !== "Delete") {
      await plant(stories, { Bucket, Prefix });
    }
  } catch (error) {
    problem = `cannot put the sample stories into s3://${Bucket}/${Prefix}: ${error}`;
  }
  await answerResource(event, problem);
}

async function plant(stories: URL, { Bucket, Prefix }: PlantEvent["ResourceProperties"]): Promise<void> {
  const s3 = new S3Client({});
  for (const name of readdirSync(stories)) {
    const Body = readFileSync(new URL(encodeURIComponent(name), stories));
    const ContentType = MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1)];
    try {
      await s3.send(
        new PutObjectCommand({ Bucket, Key: `${Prefix}${name}`, Body, ContentType, IfNoneMatch: "*" }),
      );
    } catch (error) {
      if (!isThere(error)) {
        throw error;
      }
    }
  }
}

/** 412: there is such a key; 409: somebody else is writing it. */
function isThere(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  return status === 412 || status === 409;
}

/** Tells CloudFormation how it went. The address is signed for a request without a content type. */
export async function answerResource(event: ResourceEvent, problem: string | undefined): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = {
    Status: problem === undefined ? "SUCCESS" : "FAILED",
    Reason: problem ?? "",
    PhysicalResourceId: LogicalResourceId,
    StackId,
    RequestId,
    LogicalResourceId,
  };
  await fetch(event.ResponseURL, {
    method: "PUT",
    headers: { "content-type": "" },
    body: Buffer.from(JSON.stringify(body)),
  });
}
