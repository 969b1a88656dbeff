import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleFunction } from "../../../infra/bundle.ts";
import { BUNDLES } from "../../../infra/bundling/options.ts";
import { type BedrockServer, startBedrockServer } from "../../../local/bedrock/bedrock-server.ts";

const folder = mkdtempSync(join(tmpdir(), "late-edition-chunk-"));
let server: BedrockServer | undefined;

/** Bundles a module beside the model as the digest's handler is bundled. */
async function bundleBeside(contents: string, name: string): Promise<string> {
  const { entryPoints: _, ...options } = BUNDLES.digest[0];
  const stdin = { contents, resolveDir: options.absWorkingDir, loader: "ts" } as const;
  const { outputFiles } = await build({ ...options, stdin, sourcemap: false, logLevel: "silent" });
  writeFileSync(join(folder, name), outputFiles[0]?.contents ?? "");
  return join(folder, name);
}

/** What a process that has nothing but the bundle prints. */
async function printed(script: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script],
    {
      cwd: folder,
      env: {
        AWS_REGION: "eu-central-1",
        AWS_ACCESS_KEY_ID: "local",
        AWS_SECRET_ACCESS_KEY: "local",
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server?.url ?? "",
      },
    },
  );
  expect(stderr).toBe("");
  return stdout;
}

let caller = "";

beforeAll(async () => {
  server = await startBedrockServer();
  bundleFunction("digest", folder);
  const exports = `export { loadModel } from "./functions/digest/model/load.ts";
    export { modelFailureOf } from "./functions/digest/model/failure.ts";`;
  caller = await bundleBeside(exports, "caller.mjs");
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (model: string) => `const { loadModel, modelFailureOf } = await import(${JSON.stringify(caller)});
  const ask = await loadModel({ model: ${JSON.stringify(model)} });
  const schema = { type: "object" };
  const question = { system: "Choose.", text: "[1] It rained.", schema, maxTokens: 9 };
  const answer = ask(question, AbortSignal.timeout(20_000));`;

test("what asks a model is loaded from its own file, and asks with nothing but the environment", async () => {
  const answer = await printed(`${ask("local")} console.log((await answer).text);`);
  expect(answer).toBe('{"sentences":[{"id":1,"cuts":[]}]}\n');
});

test("a failure in it is known outside, whose class is another", async () => {
  const kind = await printed(
    `${ask("local.denied")} await answer.catch((error) => console.log(modelFailureOf(error).kind));`,
  );
  expect(kind).toBe("denied\n");
});

test("nothing of it is read before it is asked for", async () => {
  const alone = join(folder, "alone", "caller.mjs");
  mkdirSync(join(folder, "alone"));
  copyFileSync(caller, alone);
  const exported = await printed(`console.log(Object.keys(await import(${JSON.stringify(alone)})).join());`);
  expect(exported).toBe("loadModel,modelFailureOf\n");
});

test("an import that would bring it into the bundle is refused", async () => {
  const statically = bundleBeside(
    'export { createBedrockModel } from "./functions/digest/model/bedrock.ts";',
    "wrong.mjs",
  );
  await expect(statically).rejects.toThrow(/goes into model\.mjs: load it with import\(\)/);
});
