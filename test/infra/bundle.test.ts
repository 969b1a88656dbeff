import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleFunction } from "../../infra/bundle.ts";
import { ENVIRONMENT } from "../support/rig.ts";

/**
 * Lambda loads the bundle at every cold start; what makes it grow past this should be a decision. It has 1,371,000 bytes,
 * 531,000 packed. Reading stories takes 293,000 of them, some 100,000 of which are the forms of page lines and the charsets of some 20
 * languages, and htmlparser2 and marked another 84,000; facts take 232,000, half of it words; the AWS SDK takes 259,000; a topic's
 * choice of changes 10,000, its week 8,000, and the fingerprints of the listing 10,000.
 */
const MAX_BYTES = 1_375_000;
const MAX_GZIP_BYTES = 532_000;
/**
 * What only a run that asks a model loads: the client of Bedrock, the questions, and what judges the answers, with the SDK's core and the reading of
 * stories and facts once more. It has 1,036,000.
 */
const MAX_MODEL_BYTES = 1_060_000;
const FILES = ["index.mjs", "index.mjs.map", "model.mjs"];

describe("the bundle", () => {
  let folder = "";
  let code = "";
  let model = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "late-edition-bundle-"));
    bundleFunction("digest", join(folder, "one"));
    code = readFileSync(join(folder, "one", "index.mjs"), "utf8");
    model = readFileSync(join(folder, "one", "model.mjs"), "utf8");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("is one module and its source map, and one that only a model needs, small enough to load quickly", () => {
    expect(readdirSync(join(folder, "one")).toSorted()).toEqual(FILES);
    expect(Buffer.byteLength(model)).toBeLessThan(MAX_MODEL_BYTES);
    expect(Buffer.byteLength(code)).toBeLessThan(MAX_BYTES);
    expect(gzipSync(code).length).toBeLessThan(MAX_GZIP_BYTES);
  });

  test("loads with no package beside it, in the function's environment, and exports the handler", () => {
    const script = `console.log(Object.keys(await import(${JSON.stringify(join(folder, "one", "index.mjs"))})).join())`;
    const loaded = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: folder,
      encoding: "utf8",
      env: { ...ENVIRONMENT, AWS_REGION: "eu-central-1" },
    });
    expect(loaded.stderr).toBe("");
    expect(loaded.stdout).toBe("handler\n");
  });

  test("keeps the names of errors, and says in which line of which source they were thrown", () => {
    const script = `const { handler } = await import(${JSON.stringify(join(folder, "one", "index.mjs"))});
      await handler({ mode: "never" }, {}).catch((error) => console.log(error.name, error.stack));`;
    const called = spawnSync(
      process.execPath,
      ["--enable-source-maps", "--input-type=module", "--eval", script],
      { cwd: folder, encoding: "utf8", env: { ...ENVIRONMENT, AWS_REGION: "eu-central-1" } },
    );
    expect(called.stdout).toMatch(/^InvalidEventError InvalidEventError: cannot handle this event/);
    expect(called.stdout).toMatch(
      /\n +at parseEvent \(.*[\\/]functions[\\/]digest[\\/]run[\\/]request\.ts:\d+:\d+\)/,
    );
  });

  test("knows the operations that are called, and none of the many others of S3 and SES", () => {
    for (const operation of ["PutObjectTagging", "SendEmail", "ListContacts"]) {
      expect(code).toContain(`"${operation}"`);
    }
    for (const operation of [
      "SelectObjectContent",
      "CreateMultipartUpload",
      "PutAccountDetails",
      "AssumeRole",
    ]) {
      expect(code).not.toContain(operation);
    }
  });

  test("has nothing of Bedrock's client where no model is asked, and of its operations only Converse where one is", () => {
    const client = "AmazonBedrockFrontendService";
    expect(code).not.toContain(client);
    expect(model).toContain(client);
    expect(model).toContain('"Converse"');
    expect(model).not.toMatch(
      /ConverseStream|ApplyGuardrail|CountTokens|InvokeModelWith|AssumeRole|node:http2/,
    );
  });

  test("carries the Handlebars runtime without its compiler", () => {
    expect(code).toContain("Template was precompiled with");
    expect(code).not.toContain("Parse error on line");
  });

  test("carries the templates of the email, and none of a page that no run writes", () => {
    expect(code).toContain("In this edition");
    expect(code).not.toMatch(/Content-Security-Policy|robots/);
  });

  test("names sources from the project's root and carries none of them", () => {
    const map = JSON.parse(readFileSync(join(folder, "one", "index.mjs.map"), "utf8"));
    expect(map.sources).toContain("functions/digest/handler.ts");
    expect(map.sourcesContent).toBeUndefined();
  });

  test("is the same, byte for byte, wherever it is written", () => {
    const other = join(folder, "a", "deeper", "folder");
    bundleFunction("digest", other);
    for (const name of FILES) {
      expect(readFileSync(join(other, name)).equals(readFileSync(join(folder, "one", name)))).toBe(true);
    }
  });
});

/** The archive's function reads stories as the digest does, so most of both is the same; 15,000 bytes are topics. It has 1,209,000. */
const MAX_ARCHIVE_BYTES = 1_230_000;
/** The client of one service with its own way of signing, whole. */
const MAX_KEEPER_BYTES = 400_000;

describe("the bundle of the archive", () => {
  const folder = mkdtempSync(join(tmpdir(), "late-edition-archive-bundle-"));
  bundleFunction("archive", folder);
  const code = readFileSync(join(folder, "index.mjs"), "utf8");
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("is one module and its source map, and cannot send an email or write", () => {
    expect(readdirSync(folder).toSorted()).toEqual(["index.mjs", "index.mjs.map"]);
    expect(Buffer.byteLength(code)).toBeLessThan(MAX_ARCHIVE_BYTES);
    expect(code).not.toContain('"SendEmail"');
    expect(code).toContain("Content-Security-Policy");
  });
});

describe("the bundle of the key keeper", () => {
  const folder = mkdtempSync(join(tmpdir(), "late-edition-keeper-bundle-"));
  bundleFunction("key-keeper", folder);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("is one module that loads with no package beside it", () => {
    expect(readdirSync(folder)).toEqual(["index.mjs"]);
    expect(readFileSync(join(folder, "index.mjs")).length).toBeLessThan(MAX_KEEPER_BYTES);
    const script = `console.log(typeof (await import(${JSON.stringify(join(folder, "index.mjs"))})).handler)`;
    const loaded = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: folder,
      encoding: "utf8",
      env: { AWS_REGION: "eu-central-1" },
    });
    expect(loaded).toMatchObject({ stdout: "function\n", stderr: "" });
  });

  test("has the signature for all regions, which a bundler may take for unused", async () => {
    const script = `const { handler, edgeStoreAt } = await import(${JSON.stringify(join(folder, "index.mjs"))});
      await edgeStoreAt("arn:aws:cloudfront::123456789012:key-value-store/1234abcd").read().catch((error) => console.log(error.name, error.message));`;
    const called = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: folder,
      encoding: "utf8",
      env: {
        AWS_REGION: "eu-central-1",
        AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "secret",
        AWS_ENDPOINT_URL: "http://localhost:1",
        AWS_MAX_ATTEMPTS: "1",
      },
    });
    // It is signed and sent, to a port where nobody listens.
    expect(called.stdout).not.toMatch(/SigV4a|signature/i);
    expect(called.stdout).toMatch(/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|getaddrinfo|connect/);
  });
});
