import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examine } from "../../../infra/doctor/examine.ts";
import { REGIONS_WITHOUT_ARCHIVE, REGIONS_WITHOUT_SES } from "../../../infra/doctor/regions.ts";
import { PROJECT, runScript } from "../../support/command.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { ask, GIVEN, openAccount, setEnvironment } from "./account.ts";

const LISTED = ["-c", "sender=desk@example.org", "-c", "contactList=readers"];

describe("without an account", () => {
  test("the doctor checks the settings as a deployment reads them", async () => {
    expect(await ask("-c", "sender=desk")).toEqual([
      expect.stringMatching(/^not ok {7}settings: setting sender is "desk": expected .+; for example -c /),
    ]);
    expect(await ask("-c", "sender")).toEqual([
      "not ok       settings: -c sender is not a setting: expected a name and a value, as in -c sender=desk@example.org",
    ]);
    expect(await ask("--deploy")).toEqual([expect.stringContaining("Unknown option '--deploy'")]);
  });

  test("it reads the files that the CDK CLI reads, and the command line goes before them", async () => {
    setEnvironment({ AWS_REGION: undefined });
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, "cdk.json"),
      '{"context":{"sender":"desk@example.org","recipients":"you@example.org"}}',
    );
    writeFileSync(join(folder, "cdk.context.json"), '{"sender":"nobody","quietDays":"never"}');
    const [wrong] = await examine([], { folder, isForeign: false });
    expect(wrong?.words).toContain('setting quietDays is "never"');
    const [right] = await examine(["-c", "quietDays=note"], { folder, isForeign: false });
    expect(right?.status).toBe("ok");
    writeFileSync(join(folder, "cdk.json"), "{");
    const [broken] = await examine([], { folder, isForeign: false });
    expect(broken?.words).toMatch(/^cannot read the settings in .*cdk\.json: /);
  });

  test("it passes over the words of somebody else's app, but not over a wrong one that is typed", async () => {
    setEnvironment({ AWS_REGION: undefined });
    const folder = temporaryFolder();
    writeFileSync(join(folder, "cdk.json"), '{"context":{"stage":"prod","sender":"desk@example.org"}}');
    const project = { folder, isForeign: true };
    const [right] = await examine(["-c", "recipients=you@example.org"], project);
    expect(right?.status).toBe("ok");
    const [wrong] = await examine(["-c", "stage=prod"], project);
    expect(wrong?.words).toContain("unknown setting stage");
  });

  test("it says what it could not check", async () => {
    setEnvironment({ AWS_REGION: undefined });
    expect(await ask(...GIVEN)).toEqual([
      "ok           settings: complete and well formed",
      expect.stringMatching(/^not checked {2}account: no region is set, .*: export AWS_REGION=/),
    ]);
    setEnvironment({
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
    });
    expect(await ask(...GIVEN)).toEqual([
      "ok           settings: complete and well formed",
      expect.stringMatching(
        /^not checked {2}account: no credentials were found, .*: sign in with aws configure/,
      ),
    ]);
  });

  test("the command ends with 1 when something is not ok, and with 0 when something could not be checked", async () => {
    const wrong = await runScript("local/late-edition.ts", ["doctor", "-c", "sender=desk"]);
    expect(wrong).toMatchObject({ code: 1, stderr: "" });
    expect(wrong.stdout).toMatch(/^not ok .*\n$/);
    const unreached = spawnSync(process.execPath, ["local/late-edition.ts", "doctor", ...GIVEN], {
      cwd: PROJECT,
      encoding: "utf8",
      env: {
        AWS_CONFIG_FILE: devNull,
        AWS_SHARED_CREDENTIALS_FILE: devNull,
        AWS_EC2_METADATA_DISABLED: "true",
      },
    });
    expect(unreached).toMatchObject({ status: 0, stderr: "" });
    expect(unreached.stdout).toMatch(/^ok .*\nnot checked .*\n$/);
  });
});

describe("with an account", () => {
  test("the doctor finds nothing wrong", async () => {
    await openAccount({ verified: ["example.org"] });
    const more = ["-c", "topic=daily", "-c", "senderIdentity=existing", "-c", "corpusBucket=my-stories"];
    expect(await ask(...LISTED, ...more, "-c", "corpusPrefix=wire/")).toEqual([
      "ok           settings: complete and well formed",
      "ok           region: eu-central-1 has SES",
      "ok           CDK bootstrap: version 21",
      "ok           SES account: out of the sandbox: it may email anyone",
      "ok           SES quota: 50000 emails left within 24 hours, 14 per second",
      "ok           sender desk@example.org: SES has verified example.org",
      "ok           contact list readers: it exists, with topic daily",
      expect.stringMatching(/^ok {11}corpus s3:\/\/my-stories\/wire\/: you can list and read it/),
    ]);
  });

  test("it says what the deployment will do, and what the sandbox requires", async () => {
    await openAccount({ isSandbox: true, verified: ["me@example.com"] });
    expect(await ask(...GIVEN, "-c", "recipients=you@example.org,me@example.com")).toEqual([
      expect.stringMatching(/^ok .*settings/),
      expect.stringMatching(/^ok .*region/),
      expect.stringMatching(/^ok .*bootstrap/),
      expect.stringMatching(/^ok {11}SES account: in the sandbox: /),
      expect.stringMatching(/^ok .*quota/),
      "ok           sender desk@example.org: not registered with SES yet: the deployment registers it, then you confirm it",
      expect.stringMatching(
        /^not ok {7}recipient you@example\.org: .*aws sesv2 create-email-identity --email-identity you@example\.org/,
      ),
      expect.stringMatching(/^ok {11}recipient me@example\.com: verified/),
    ]);
  });

  test.each([
    ["a paused account", { isSendingEnabled: false }, [], /^not ok +SES account: sending is paused/],
    ["a quota that is used up", { max24HourSend: 0 }, [], /^not ok +SES quota: 0 emails left/],
    [
      "an identity that is missing",
      {},
      ["senderIdentity=existing"],
      /^not ok +sender .* leave out -c senderIdentity=existing/,
    ],
    [
      "an identity that was there",
      { verified: ["desk@example.org"] },
      [],
      /^ok +sender .* add -c senderIdentity=existing/,
    ],
    [
      "a bucket that is missing",
      {},
      ["corpusBucket=my-storys"],
      /^not ok +corpus s3:\/\/my-storys\/: no bucket has this name/,
    ],
    [
      "an empty prefix",
      {},
      ["corpusBucket=empty"],
      /^not ok +corpus s3:\/\/empty\/: no keys have this prefix/,
    ],
    [
      "a key",
      {},
      ["encryptionKey=arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
      /^not checked +key: check that aws kms describe-key/,
    ],
  ] as const)("it finds %s", async (_, account, options, line) => {
    await openAccount(account);
    const lines = await ask(...GIVEN, ...options.flatMap((option) => ["-c", option]));
    expect(lines).toContainEqual(expect.stringMatching(line));
  });

  test.each([
    [
      "is missing",
      { __type: "com.amazonaws.ssm#ParameterNotFound" },
      /^not ok {7}CDK bootstrap: missing: npx cdk bootstrap, once for this account and eu-central-1$/,
    ],
    [
      "is too old",
      { Parameter: { Value: "5" } },
      /^not ok .*bootstrap: version 5, at least 6 is needed: npx cdk/,
    ],
    [
      "may not be looked at",
      { __type: "AccessDeniedException" },
      /^not checked .*bootstrap: AccessDeniedException; you need permission for ssm:GetParameter on \/cdk-bootstrap\//,
    ],
  ])("it says that the CDK bootstrap %s", async (_, ssm, line) => {
    await openAccount({}, ssm);
    expect(await ask(...GIVEN)).toContainEqual(expect.stringMatching(line));
  });

  test("it says that nobody answers for the CDK bootstrap", async () => {
    await openAccount();
    setEnvironment({ ...process.env, AWS_ENDPOINT_URL_SSM: "http://127.0.0.1:1" });
    expect(await ask(...GIVEN)).toContainEqual(
      expect.stringMatching(/^not checked .*bootstrap: .*; if a deployment asks for it, npx cdk bootstrap/),
    );
  });

  test.each(["ap-east-1", "cn-north-1"])(
    "it finds a region without SES, which the guide names: %s",
    async (region) => {
      await openAccount();
      setEnvironment({ ...process.env, AWS_REGION: region });
      const lines = await ask(...GIVEN);
      expect(lines).toContainEqual(expect.stringMatching(/^not ok {7}region: SES is not available in /));
      expect(lines.join("\n")).not.toContain("sender");
    },
  );

  test("the guide names every region without SES", () => {
    const guide = readFileSync(join(PROJECT, "docs/deploy.md"), "utf8");
    for (const [region, name] of Object.entries(REGIONS_WITHOUT_SES)) {
      expect(guide).toContain(`\`${region}\` (${name})`);
    }
  });

  test("it says where the archive cannot be served, if it is wanted, and the guide names every such region", async () => {
    await openAccount();
    const archive = async (region: string, ...options: readonly string[]) => {
      setEnvironment({ ...process.env, AWS_REGION: region });
      return (await ask(...GIVEN, ...options)).filter((line) => / archive: /.test(line));
    };
    expect(await archive("il-central-1")).toEqual([]);
    expect(await archive("il-central-1", "-c", "archive=link")).toEqual([
      expect.stringMatching(
        /^not ok {7}archive: Lambda has no function URLs in il-central-1: leave out -c archive=link/,
      ),
    ]);
    expect(await archive("eu-central-1", "-c", "archive=public")).toEqual([
      expect.stringMatching(/^ok +archive: eu-central-1 can serve it$/),
    ]);
    const guide = readFileSync(join(PROJECT, "docs/deploy.md"), "utf8");
    const told = REGIONS_WITHOUT_ARCHIVE.filter((region) => !region.startsWith("cn-"));
    expect(told.filter((region) => !guide.includes(`\`${region}\``))).toEqual([]);
  });

  test.each([
    ["readers", "weekly", /^not ok +contact list readers: it has no topic weekly; its topics: daily$/],
    ["nobody", undefined, /^not ok +contact list nobody: it does not exist: aws sesv2 create-contact-list/],
    ["readers", undefined, /^ok +contact list readers: it exists$/],
  ])("it looks into contact list %s for topic %s", async (list, topic, line) => {
    await openAccount();
    const options = topic === undefined ? [] : ["-c", `topic=${topic}`];
    const lines = await ask("-c", "sender=desk@example.org", "-c", `contactList=${list}`, ...options);
    expect(lines).toContainEqual(expect.stringMatching(line));
  });
});
