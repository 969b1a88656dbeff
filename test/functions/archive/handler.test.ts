import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { bundleFunction } from "../../../infra/bundle.ts";
import { startS3Server } from "../../../local/s3/s3-server.ts";
import { createRig, SLOTS } from "../../support/rig.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/**
 * Lambda's runtime for functions that stream, as far as it matters: status and headers go out with the first write, and with nothing else
 * (aws-lambda-nodejs-runtime-interface-client, `HttpResponseStream`).
 */
const RUNTIME = `
  import { writeFileSync } from "node:fs";
  import { Writable } from "node:stream";
  const answers = [];
  globalThis.awslambda = {
    streamifyResponse: (handler) => handler,
    HttpResponseStream: {
      from(stream, prelude) {
        stream.prelude = prelude;
        return stream;
      },
    },
  };
  const { handler } = await import(process.argv[1]);
  for (const rawPath of process.argv.slice(2)) {
    const chunks = [];
    let sent;
    const stream = new Writable({
      write(chunk, _, done) {
        sent ??= stream.prelude;
        chunks.push(chunk);
        done();
      },
    });
    await handler({ rawPath, rawQueryString: "q=secret-words", headers: { host: "url.example" } }, stream, {});
    answers.push({ ...sent, ended: stream.writableFinished, body: Buffer.concat(chunks).toString() });
  }
  writeFileSync("answers.json", JSON.stringify(answers));
`;

interface Streamed {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ended: boolean;
  readonly body: string;
}

let bundle = "";
beforeAll(() => {
  bundle = mkdtempSync(join(tmpdir(), "late-edition-archive-bundle-"));
  bundleFunction("archive", bundle);
});
afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
});

/** What the function that is deployed answers, and what it logs. */
async function callBundle(endpoint: string, paths: readonly string[], settings: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder();
  const args = ["--input-type=module", "--eval", RUNTIME, join(bundle, "index.mjs"), ...paths];
  const env = {
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_MAX_ATTEMPTS: "1",
    STATE_BUCKET: "state",
    ...settings,
  };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  const answers: readonly Streamed[] = JSON.parse(readFileSync(join(folder, "answers.json"), "utf8"));
  return { answers, log: `${stdout}${stderr}` };
}

test("the deployed function streams status, headers and page, and logs no word of what was searched for", async () => {
  const rig = createRig();
  await rig.put({ "pier.txt": "Pier opens\n\nThe pier of Velm opened to 12 ships on Monday.\n" });
  await rig.run(SLOTS[0]);
  const server = await startS3Server([rig.state]);
  onTestFinished(() => server.close());
  const paths = ["/", "/search", "/editions/20261120T070000Z", "/nothing/"];
  const { answers, log } = await callBundle(server.url, paths);
  expect(answers.map(({ statusCode, ended }) => [statusCode, ended])).toEqual([
    [200, true],
    [200, true],
    [308, true],
    [404, true],
  ]);
  expect(answers[0]?.headers?.["content-security-policy"]).toContain("default-src 'none'");
  expect(answers[0]?.body).toContain("now tracking 1 story");
  expect(log.match(/"message":"answered"/g)).toHaveLength(4);
  expect(log).not.toContain("secret-words");
});

test("a state bucket that cannot be read is an answer too, and an error in the log", async () => {
  const server = await startS3Server([]);
  onTestFinished(() => server.close());
  const { answers, log } = await callBundle(server.url, ["/"]);
  expect(answers).toMatchObject([
    { statusCode: 500, ended: true, body: expect.stringContaining("cannot be read now") },
  ]);
  expect(log).toContain('"level":"ERROR"');
  expect(log).toContain("NoSuchBucket");
});

test("the deployed function answers for topics, and logs why pages do without them", async () => {
  const rig = createRig();
  await rig.put({ "pier.txt": "Pier opens\n\nThe pier of Velm opened to 12 ships on Monday.\n" });
  await rig.run(SLOTS[0]);
  const server = await startS3Server([rig.state]);
  onTestFinished(() => server.close());
  const paths = ["/", "/topics/port/feed.atom", "/topics/none/feed.atom"];
  const { answers } = await callBundle(server.url, paths, { TOPICS: '[{"name":"port","words":"pier"}]' });
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404]);
  expect(answers[0]?.body).toContain('href="/topics/port/feed.json"');
  expect(answers[1]?.body).toContain("now tracking 1 story");
  const missing = await callBundle(server.url, paths, { TOPICS: "topics.json" });
  expect(missing.answers.map(({ statusCode }) => statusCode)).toEqual([200, 500, 500]);
  expect(missing.log).toContain('"message":"topics not read"');
  expect(missing.log).toContain("there is no s3://state/topics.json");
});
