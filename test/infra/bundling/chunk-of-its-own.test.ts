import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleFunction } from "../../../infra/bundle.ts";
import { BUNDLES } from "../../../infra/bundling/options.ts";
import { ENVIRONMENT } from "../../support/rig.ts";

const folder = mkdtempSync(join(tmpdir(), "late-edition-chunk-"));

/** What a process prints that has nothing but the bundle. */
function printed(script: string): string {
  const env = { ...ENVIRONMENT, AWS_REGION: "eu-central-1" };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  expect(stderr).toBe("");
  return stdout;
}

beforeAll(() => {
  bundleFunction("digest", folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("what makes summaries by a model is loaded from its own file, with no package beside it", () => {
  expect(readFileSync(join(folder, "index.mjs"), "utf8")).toContain('import("./model.mjs")');
  const model = JSON.stringify(join(folder, "model.mjs"));
  expect(printed(`console.log(Object.keys(await import(${model})).join());`)).toBe("withModelSummaries\n");
});

test("nothing of it is read before it is asked for", () => {
  const alone = join(folder, "alone", "index.mjs");
  mkdirSync(join(folder, "alone"));
  copyFileSync(join(folder, "index.mjs"), alone);
  const exported = printed(`console.log(Object.keys(await import(${JSON.stringify(alone)})).join());`);
  expect(exported).toBe("handler\n");
});

test("an import that would bring it into the bundle is refused", async () => {
  const { entryPoints: _, ...options } = BUNDLES.digest[0];
  const contents =
    'export { withModelSummaries } from "./functions/digest/run/summaries/with-model-summaries.ts";';
  const stdin = { contents, resolveDir: options.absWorkingDir, loader: "ts" } as const;
  await expect(build({ ...options, stdin, sourcemap: false, logLevel: "silent" })).rejects.toThrow(
    /goes into model\.mjs: load it with import\(\)/,
  );
});
