import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { COMPILE_CACHE } from "../support/compile-cache.ts";
import { runCdk } from "./run-cdk.ts";
import { CDK_JSON_CONTEXT, QUICK_CONTEXT } from "./synthesize.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const APP = new URL("../../infra/app.ts", import.meta.url);

/**
 * Runs the app as the CDK CLI does: context and folder in the environment, and no account. Under a umask that hides its files
 * from all others.
 */
function runApp(settings: Record<string, unknown>, outDir: string) {
  return spawnSync("sh", ["-c", 'umask 077; exec "$0" infra/app.ts', process.execPath], {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      ...environmentOf({ ...CDK_JSON_CONTEXT, ...settings }, outDir),
      TZ: "UTC",
      CDK_VALIDATION: "false",
      ...COMPILE_CACHE,
    },
  });
}

/** The same in this process, which has loaded CDK; the template is quick, and so are the checks of it. */
async function runAppHere(settings: Record<string, unknown>, outDir: string) {
  const { env, exitCode } = process;
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const logged = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const told = (spy: typeof written) => spy.mock.calls.map(([text]) => text).join("");
  try {
    process.env = { ...env, ...environmentOf({ ...QUICK_CONTEXT, ...settings }, outDir) };
    process.exitCode = 0;
    await import(/* @vite-ignore */ `${APP}?${JSON.stringify(settings)}`);
    return { status: process.exitCode, stderr: told(written), stdout: told(logged) };
  } finally {
    vi.restoreAllMocks();
    Object.assign(process, { env, exitCode });
  }
}

function environmentOf(context: Record<string, unknown>, outDir: string): Record<string, string> {
  return { CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: outDir };
}

const MISSING =
  /sender is missing: add -c sender=desk@example.org; recipients is missing: add -c recipients=you@example.org or -c contactList=NAME \(docs\/deploy.md lists every setting\)/;

/** The files of each folder that would be uploaded. */
function assetsOf(outDir: string): string[][] {
  return readdirSync(outDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith("asset."))
    .map((folder) => readdirSync(join(outDir, folder.name)).toSorted());
}

describe("the app", () => {
  let outDir = "";
  beforeAll(() => {
    outDir = mkdtempSync(join(tmpdir(), "late-edition-synth-"));
  });
  afterAll(() => {
    rmSync(outDir, { recursive: true, force: true });
  });

  test("says in one sentence what to set, and shows no stack trace", async () => {
    const { status, stderr, stdout } = await runAppHere({ sender: "desk" }, outDir);
    expect(stderr).toMatch(/^setting sender is "desk": expected .+\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });

  test("cdk synth stops without sender and recipients, and says what to set", () => {
    const { status, output } = runCdk(["synth"], outDir);
    expect(output).toMatch(MISSING);
    expect(output).not.toMatch(/^\s+at |Bundling/m);
    expect(status).toBe(1);
  });

  test("writes a template with every part, keeps the names of what holds state, and lets Lambda read the files", () => {
    const { status, stderr } = runApp(
      { sender: "desk@example.org", recipients: "you@example.org", senderIdentity: "domain" },
      outDir,
    );
    expect(stderr).toBe(
      "Bundling asset LateEdition/Digest/Planting/Function/Code/Stage...\nBundling asset LateEdition/Digest/Function/Code/Stage...\n",
    );
    expect(status).toBe(0);
    const template = JSON.parse(readFileSync(join(outDir, "LateEdition.template.json"), "utf8"));
    const types = new Map(
      Object.entries<{ readonly Type: string }>(template.Resources).map(([id, { Type }]) => [id, Type]),
    );
    expect(types.get("DigestCorpus0C931A35")).toBe("AWS::S3::Bucket");
    expect(types.get("DigestState61A533A8")).toBe("AWS::S3::Bucket");
    expect(types.get("DigestDeadLetters114BC15F")).toBe("AWS::SQS::Queue");
    expect(types.get("DigestLogDE1102DA")).toBe("AWS::Logs::LogGroup");
    expect([...types.values()]).toEqual(
      expect.arrayContaining([
        "AWS::Lambda::Function",
        "AWS::Scheduler::Schedule",
        "AWS::SES::EmailIdentity",
        "AWS::SES::ConfigurationSet",
        "AWS::CloudWatch::Alarm",
        "Custom::LateEditionSeeds",
      ]),
    );
    expect(Object.keys(template.Outputs)).toEqual([
      "FunctionName",
      "LogGroup",
      "CorpusBucket",
      "StateBucket",
      "DeadLetters",
      "Dashboard",
      "DkimRecord1",
      "DkimRecord2",
      "DkimRecord3",
    ]);
    expect(assetsOf(outDir)).toEqual(
      expect.arrayContaining([
        expect.arrayContaining(["index.mjs", "index.mjs.map", expect.stringMatching(/^carry-out-\w+\.mjs$/)]),
        ["index.mjs", "stories"],
      ]),
    );
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.parentPath.includes("asset."),
    );
    expect(files.length).toBeGreaterThan(4);
    for (const { parentPath, name } of files) {
      expect([name, statSync(join(parentPath, name)).mode & 0o777]).toEqual([name, 0o644]);
      expect(statSync(parentPath).mode & 0o755).toBe(0o755);
    }
  });

  test("takes a name for the stack, a contact list, a key, and a bucket of one's own by its name", async () => {
    const encryptionKey = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const settings = { sender: "desk@example.org", contactList: "readers", encryptionKey, seeds: false };
    const own = { ...settings, stackName: "WireDigest", corpusBucket: "my-stories" };
    const { status } = await runAppHere(own, outDir);
    expect(status).toBe(0);
    const { artifacts } = JSON.parse(readFileSync(join(outDir, "manifest.json"), "utf8"));
    expect(artifacts.LateEdition.properties.stackName).toBe("WireDigest");
    const text = readFileSync(join(outDir, "LateEdition.template.json"), "utf8");
    expect(text).toContain(encryptionKey);
    expect(text).toContain('"CONTACT_LIST": "readers"');
    const template = JSON.parse(text);
    expect(template.Outputs.CorpusBucket.Value).toBe("my-stories");
    expect(template.Resources.DigestCorpus0C931A35).toBeUndefined();
    expect(template.Resources.DigestState61A533A8.Type).toBe("AWS::S3::Bucket");
  });
});
