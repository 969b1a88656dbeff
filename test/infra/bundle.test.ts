import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleFunction } from "../../infra/bundle.ts";
import { ENVIRONMENT } from "../support/rig.ts";

/** What Lambda loads at every cold start; what makes it grow past this should be a decision. It has 356,000 bytes, of which the AWS SDK takes 251,000. */
const MAX_START_BYTES = 375_000;
/**
 * All parts together, most of which only a run with work loads. They have 1,436,000 bytes,
 * 559,000 packed. Reading stories takes 293,000 of them, some 100,000 of which are the forms of page lines and the charsets of some 20
 * languages, and htmlparser2 and marked another 84,000; facts take 232,000, half of it words; the AWS SDK takes 259,000; a topic's
 * choice of changes 10,000, its week 8,000, and the fingerprints of the listing 10,000.
 */
const MAX_BYTES = 1_445_000;
const MAX_GZIP_BYTES = 563_000;
/** The client of Bedrock, the questions, and what judges the answers: only a run that asks a model loads them. They have 58,000. */
const MAX_MODEL_BYTES = 62_000;

/** The code of a part and of all that it imports at once, by file. */
function loadedWith(
  folder: string,
  file: string,
  seen = new Map<string, string>(),
): ReadonlyMap<string, string> {
  if (!seen.has(file)) {
    const code = readFileSync(join(folder, file), "utf8");
    seen.set(file, code);
    for (const [, imported = ""] of code.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.mjs)"/g)) {
      loadedWith(folder, imported, seen);
    }
  }
  return seen;
}

/** What a process prints in the function's environment. */
function printed(script: string, folder: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...ENVIRONMENT, AWS_REGION: "eu-central-1" },
  });
  expect(stderr).toBe("");
  return stdout;
}

describe("the bundle", () => {
  let folder = "";
  let files: readonly string[] = [];
  let code = "";
  let start = "";
  let model = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "late-edition-bundle-"));
    const one = join(folder, "one");
    bundleFunction("digest", one);
    files = readdirSync(one).toSorted();
    const modules = files.filter((file) => file.endsWith(".mjs"));
    const read = (file: string): string => readFileSync(join(one, file), "utf8");
    code = modules.map(read).join("\n");
    start = [...loadedWith(one, "index.mjs").values()].join("\n");
    model = read(modules.find((file) => file.startsWith("with-model-summaries-")) ?? "");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("is a few modules with their source maps, small enough to load quickly", () => {
    const modules = files.filter((file) => !file.endsWith(".map"));
    expect(modules.every((file) => /^(?:index|[a-z-]+-[A-Z\d]{8})\.mjs$/.test(file))).toBe(true);
    expect(modules).toContain("index.mjs");
    expect(modules.length).toBeLessThanOrEqual(12);
    expect(files.filter((file) => file.endsWith(".map"))).toEqual(modules.map((file) => `${file}.map`));
    expect(Buffer.byteLength(start)).toBeLessThan(MAX_START_BYTES);
    expect(Buffer.byteLength(model)).toBeLessThan(MAX_MODEL_BYTES);
    expect(Buffer.byteLength(code)).toBeLessThan(MAX_BYTES);
    expect(gzipSync(code).length).toBeLessThan(MAX_GZIP_BYTES);
  });

  test("starts without what reads stories, makes an email or asks a model", () => {
    for (const onlyAtWork of [
      "Template was precompiled with",
      "In this edition",
      "AmazonBedrockFrontendService",
    ]) {
      expect(code).toContain(onlyAtWork);
      expect(start).not.toContain(onlyAtWork);
    }
  });

  test("loads the rest from its own parts, with no package beside it", () => {
    for (const part of ["carry-out", "with-model-summaries"]) {
      const file = files.find((found) => found.startsWith(`${part}-`) && found.endsWith(".mjs")) ?? "";
      const script = `console.log(Object.keys(await import(${JSON.stringify(join(folder, "one", file))})).join())`;
      expect(printed(script, folder)).toBe(
        `${part.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}\n`,
      );
    }
  });

  test("loads with no package beside it, in the function's environment, and exports the handler", () => {
    const script = `console.log(Object.keys(await import(${JSON.stringify(join(folder, "one", "index.mjs"))})).join())`;
    expect(printed(script, folder)).toBe("handler\n");
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
    expect(code.replace(model, "")).not.toContain(client);
    expect(model).toContain(client);
    expect(model).toContain('"Converse"');
    expect(code).not.toMatch(
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
    expect(readdirSync(other).toSorted()).toEqual(files);
    for (const name of files) {
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
