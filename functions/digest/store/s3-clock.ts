import type { S3Client } from "@aws-sdk/client-s3";

/**
 * Follows S3's time: the `Date` header of the client's last response, errors included, plus the time elapsed
 * since on this machine's monotonic clock. Throws before the first response, as this machine's own date may be
 * wrong.
 */
export function followClock(client: S3Client, bucket: string): () => Date {
  let answered: { readonly date: number; readonly at: number } | undefined;
  client.middlewareStack.add(
    (next) => async (request) => {
      const result = await next(request);
      const date = dateOf(result.response);
      if (date !== undefined) {
        answered = { date, at: performance.now() };
      }
      return result;
    },
    // After the SDK's own deserializer, which turns a response such as 412 into an error.
    { step: "deserialize", priority: "low" },
  );
  return () => {
    if (answered === undefined) {
      throw new Error(`cannot know the time of s3://${bucket}: it has not answered yet: read or list first`);
    }
    return new Date(answered.date + performance.now() - answered.at);
  };
}

function dateOf(response: unknown): number | undefined {
  if (typeof response !== "object" || response === null || !("headers" in response)) {
    return undefined;
  }
  const { headers } = response;
  if (typeof headers !== "object" || headers === null || !("date" in headers)) {
    return undefined;
  }
  const date = Date.parse(String(headers.date));
  return Number.isNaN(date) ? undefined : date;
}
