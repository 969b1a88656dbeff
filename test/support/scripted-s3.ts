import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { onTestFinished } from "vitest";

/** Answers the request with this number, counted from 1. */
export type Script = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A client of a server that misbehaves as scripted; both are closed after the test. */
export async function scriptedS3(script: Script, attempts = 1): Promise<S3Client> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    request.resume();
    script(request, response, count);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const client = new S3Client({ endpoint: `http://127.0.0.1:${port}`, maxAttempts: attempts });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return client;
}

/** An S3 error response. */
export function errorAnswer(status: number, code: string): Script {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/xml" });
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
  };
}
