import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "../../../infra/settings/settings.ts";
import { CDK_JSON_CONTEXT, SENDER_AND_RECIPIENT } from "../synthesize.ts";

const CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";

function messageFor(context: Record<string, unknown>): string {
  try {
    readSettings(context);
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.message;
    }
    throw error;
  }
  throw new Error("the settings were accepted");
}

describe("a missing setting", () => {
  const sender = "sender is missing: add -c sender=desk@example.org";
  const recipients = "recipients is missing: add -c recipients=you@example.org or -c contactList=NAME";

  test.each([
    ["both", {}, `${sender}; ${recipients}`],
    ["the sender", { recipients: "you@example.org" }, sender],
    ["the sender of a list's mail", { contactList: "readers" }, sender],
    ["the recipients", { sender: "desk@example.org" }, recipients],
    ["an empty sender", { sender: "", recipients: "you@example.org" }, sender],
  ])("is reported with what to add: %s", (_, context, advice) => {
    expect(messageFor(context)).toBe(`${advice} (docs/deploy.md lists every setting)`);
  });
});

describe("an unknown setting", () => {
  test.each([
    ["recipient", "recipients"],
    ["SENDER", "sender"],
    ["timezone", "timeZone"],
    ["time-zone", "timeZone"],
    ["alarm_email", "alarmEmail"],
    ["quiteDays", "quietDays"],
    ["corpus-prefix", "corpusPrefix"],
    ["contactlist", "contactList"],
    ["memorysize", "memorySize"],
  ])("is answered with the nearest name: %s → %s", (typo, meant) => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, [typo]: "x" })).toBe(
      `unknown setting ${typo}: did you mean ${meant}`,
    );
  });

  test("is answered with all names when none is near", () => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, colour: "red" })).toMatch(
      /^unknown setting colour: the settings are sender, recipients, .*, stackName$/,
    );
  });

  test.each([
    "aws:cdk:bundling-stacks",
    "aws:cdk:enable-path-metadata",
    "@aws-cdk/core:newStyleStackSynthesis",
    "availability-zones:account=123456789012:region=eu-central-1",
    "hosted-zone:account=123456789012:domainName=example.org:region=eu-central-1",
    "cli-telemetry",
    "acknowledged-issue-numbers",
  ])("is none when the key is CDK's own: %s", (key) => {
    expect(readSettings({ ...SENDER_AND_RECIPIENT, [key]: true })).toMatchObject(SENDER_AND_RECIPIENT);
  });

  test("is none of the flags of cdk.json", () => {
    expect(readSettings({ ...CDK_JSON_CONTEXT, ...SENDER_AND_RECIPIENT })).toMatchObject(
      SENDER_AND_RECIPIENT,
    );
  });
});

describe("a wrong value", () => {
  test.each([
    ["sender", "desk", "-c sender=desk@example.org"],
    ["sender", "Desk <desk@example.org", "-c sender=desk@example.org"],
    ["sender", "Desk\nBcc: x <desk@example.org>", "-c sender=desk@example.org"],
    ["sender", "*@example.org", "-c sender=desk@example.org"],
    ["recipients", "you@example.org,", "-c recipients=you@example.org"],
    ["recipients", ["you@example.org", 7], "-c recipients=you@example.org"],
    ["recipients", [], "-c recipients=you@example.org"],
    ["senderIdentity", "email", "-c senderIdentity=domain"],
    ["schedule", "0 7 * * *", '-c "schedule=cron(0 7 * * ? *)"'],
    ["name", "Wire\nWatch", '-c "name=Wire Watch"'],
    ["name", 7, '-c "name=Wire Watch"'],
    ["locale", "en_US", "-c locale=en-US"],
    ["locale", "american", "-c locale=en-US"],
    ["timeZone", "Europe/Berln", "-c timeZone=Europe/Berlin"],
    ["timeZone", "+01:00", "-c timeZone=Europe/Berlin"],
    ["corpusBucket", "s3://stories", "-c corpusBucket=my-stories"],
    ["corpusBucket", "stories--euc1-az1--x-s3", "-c corpusBucket=my-stories"],
    ["corpusPrefix", "/stories", "-c corpusPrefix=stories/"],
    ["corpusPrefix", "stories/*", "-c corpusPrefix=stories/"],
    ["seeds", "no", "-c seeds=false"],
    ["include", "!drafts/**", '-c "include=**/*.html"'],
    ["include", "**/*.{html,txt", '-c "include=**/*.html"'],
    ["exclude", "wire/**old/a.txt", '-c "exclude=drafts/**"'],
    ["exclude", ["drafts/**"], '-c "exclude=drafts/**"'],
    ["jsonFields", "title=meta.title", '-c "jsonFields=headline=meta.title,body=content[].text"'],
    ["jsonFields", "headline=meta..title", '-c "jsonFields=headline=meta.title,body=content[].text"'],
    ["jsonFields", { headline: "title" }, '-c "jsonFields=headline=meta.title,body=content[].text"'],
    ["storyUrl", "ftp://example.org/{key}", '-c "storyUrl=https://example.org/{key}"'],
    ["recipients", "you@example.org#", "-c recipients=you@example.org"],
    ["recipients", "you@example.org#a b", "-c recipients=you@example.org"],
    ["recipients", [{ address: "you@example.org", topics: [] }], "-c recipients=you@example.org"],
    ["topics", "courts", '-c "topics=[{"name":"courts","keys":"court/"}]"'],
    ["topics", [], '-c "topics=[{"name":"courts","keys":"court/"}]"'],
    ["archive", "private", "-c archive=link"],
    ["archive", true, "-c archive=link"],
    ["linkDays", "0", "-c linkDays=30"],
    ["linkDays", "3651", "-c linkDays=30"],
    ["archiveDomain", "https://news.example.org", "-c archiveDomain=news.example.org"],
    ["archiveDomain", "news.example.org/archive", "-c archiveDomain=news.example.org"],
    ["archiveDomain", "localhost", "-c archiveDomain=news.example.org"],
    [
      "archiveCertificate",
      "arn:aws:acm:eu-central-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
      `-c archiveCertificate=${CERTIFICATE}`,
    ],
    ["weekDay", "monday", "-c weekDay=Friday"],
    ["quietDays", "never", "-c quietDays=note"],
    ["remember", "-1", "-c remember=30"],
    ["massRemovalStops", "101", "-c massRemovalStops=1"],
    ["unknownDeliveries", "retry", "-c unknownDeliveries=skip"],
    ["retryDays", "31", "-c retryDays=7"],
    ["alarmEmail", "ops@example.org,you@example.org", "-c alarmEmail=ops@example.org"],
    ["contactList", "our readers", "-c contactList=readers"],
    ["topic", "täglich", "-c topic=daily"],
    [
      "encryptionKey",
      "alias/mine",
      "-c encryptionKey=arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ],
    ["memorySize", "1 GB", "-c memorySize=1769"],
    ["memorySize", "128", "-c memorySize=1769"],
    ["engine", "step-functions", "-c engine=distributed-map"],
    ["workers", "0", "-c workers=8"],
    ["workers", "1001", "-c workers=8"],
    ["stackName", "2nd", "-c stackName=WireDigest"],
  ])("is shown with what to type instead: %s %j", (name, value, option) => {
    const message = messageFor({ ...SENDER_AND_RECIPIENT, [name]: value });
    expect(message).toMatch(/^setting \S+ is .+: expected .+; for example .+$/);
    expect(message).toContain(`setting ${name} is ${JSON.stringify(value)}: expected `);
    expect(message.endsWith(`; for example ${option}`)).toBe(true);
  });

  test("refuses sample stories for a bucket that is only read", () => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, corpusBucket: "my-stories", seeds: "true" })).toMatch(
      /^seeds is true, but corpusBucket names your own bucket/,
    );
  });

  test("refuses recipients beside a contact list", () => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, contactList: "readers" })).toBe(
      "recipients and contactList are both set, but each alone decides who gets the email: drop one of the two",
    );
  });

  test("refuses a topic without its list", () => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, topic: "daily" })).toBe(
      "topic is set without its contact list: add -c contactList=readers",
    );
  });

  test("refuses a number of workers where one function does it all", () => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, workers: "40" })).toBe(
      "workers is set, but the engine uses a single function: add -c engine=distributed-map or drop workers",
    );
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      "a domain without an archive",
      { archiveDomain: "news.example.org", archiveCertificate: CERTIFICATE },
      "archiveDomain or archiveCertificate is set, but there is no archive: add -c archive=link or drop them",
    ],
    [
      "a domain without its certificate",
      { archive: "public", archiveDomain: "news.example.org" },
      `archiveDomain and archiveCertificate belong together: add -c archiveCertificate=${CERTIFICATE}`,
    ],
    [
      "a certificate without its domain",
      { archive: "public", archiveCertificate: CERTIFICATE },
      "archiveDomain and archiveCertificate belong together: add -c archiveDomain=news.example.org",
    ],
    [
      "days of links where no link is needed",
      { archive: "password", linkDays: "30" },
      "linkDays is set, but no links open the archive: add -c archive=link or drop linkDays",
    ],
  ])("refuses %s", (_, context, message) => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, ...context })).toBe(message);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      "a topic that cannot be read",
      { topics: [{ name: "courts", key: "court/" }] },
      "setting topics cannot be used: topic courts has key, which no topic has: use name, title, keys, words, not, languages, kinds, figure, rhythm",
    ],
    [
      "a recipient's topic that there is not",
      { topics: [{ name: "courts" }], recipients: "you@example.org#sport" },
      "recipients name the topic sport, which is none of the topics: add it to topics, or name one of courts",
    ],
    [
      "topics beside the topic of a whole digest",
      {
        sender: "desk@example.org",
        recipients: "",
        contactList: "readers",
        topic: "daily",
        topics: [{ name: "courts" }],
      },
      "topic and topics are both set: the first is for a digest of one topic; drop one of the two",
    ],
    [
      "more topics than a function's environment holds",
      {
        topics: [
          { name: "courts", words: Array.from({ length: 100 }, (_, n) => `a long word of its own ${n}`) },
        ],
      },
      "topics has 2819 bytes: at most 1500 fit in the function's environment; put them into the state bucket as topics.json, and set topics to topics.json",
    ],
  ])("refuses %s", (_, context, message) => {
    expect(messageFor({ ...SENDER_AND_RECIPIENT, ...context })).toBe(message);
  });

  test("takes topics as a list, as its JSON and by the place where they are, and recipients who chose some", () => {
    const list = [
      { name: "courts", keys: ["court/"] },
      { name: "gone", kinds: ["removed"] },
    ];
    const recipients = ["all@example.org", { address: "ann@example.org", topics: ["courts", "gone"] }];
    const expected = { topics: list, recipients: ["all@example.org", "ann@example.org#courts+gone"] };
    expect(readSettings({ ...SENDER_AND_RECIPIENT, topics: list, recipients })).toMatchObject(expected);
    const plain = { topics: JSON.stringify(list), recipients: "all@example.org,ann@example.org#courts+gone" };
    expect(readSettings({ ...SENDER_AND_RECIPIENT, ...plain })).toMatchObject(expected);
    expect(readSettings({ ...SENDER_AND_RECIPIENT, topics: "topics.json" })).toMatchObject({
      topics: "topics.json",
    });
  });

  test("takes an archive at a domain of one's own", () => {
    const archive = { archive: "link", linkDays: "30", archiveDomain: "news.example.org" };
    expect(
      readSettings({ ...SENDER_AND_RECIPIENT, ...archive, archiveCertificate: CERTIFICATE }),
    ).toMatchObject({ ...archive, linkDays: 30, archiveCertificate: CERTIFICATE });
  });

  test("refuses more recipients than a function's environment holds", () => {
    const recipients = Array.from({ length: 200 }, (_, index) => `reader-${index}@example.org`);
    expect(messageFor({ sender: "desk@example.org", recipients })).toMatch(
      /^recipients has 4\d\d\d characters: at most 3000 fit .* contact list: -c contactList=readers$/,
    );
  });
});

describe("settings that are right", () => {
  test("are read from strings, as -c gives them", () => {
    const settings = readSettings({
      sender: "Evening Desk <desk@example.org>",
      recipients: "you@example.org, me@example.org,you@example.org",
      senderIdentity: "existing",
      schedule: "cron(30 6 ? * MON-FRI *)",
      timeZone: "America/Sao_Paulo",
      corpusBucket: "my-stories",
      corpusPrefix: "wire/",
      seeds: "false",
      remember: "30",
      massRemovalStops: "0",
      retryDays: "0",
      include: "**/*.{html,txt},wire/**",
      exclude: "drafts/**",
      jsonFields: "headline=meta.title,body=content[].text",
      storyUrl: "https://example.org/{key}",
      weekDay: "Friday",
      quietDays: "note",
      unknownDeliveries: "skip",
      alarmEmail: "ops@example.org",
    });
    expect(settings).toEqual({
      sender: "Evening Desk <desk@example.org>",
      recipients: ["you@example.org", "me@example.org"],
      senderIdentity: "existing",
      schedule: "cron(30 6 ? * MON-FRI *)",
      timeZone: "America/Sao_Paulo",
      corpusBucket: "my-stories",
      corpusPrefix: "wire/",
      seeds: false,
      remember: 30,
      massRemovalStops: 0,
      retryDays: 0,
      include: "**/*.{html,txt},wire/**",
      exclude: "drafts/**",
      jsonFields: "headline=meta.title,body=content[].text",
      storyUrl: "https://example.org/{key}",
      weekDay: "Friday",
      quietDays: "note",
      unknownDeliveries: "skip",
      alarmEmail: "ops@example.org",
    });
  });

  test("name a contact list instead of recipients, a key, a memory and a stack", () => {
    const encryptionKey = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const given = { sender: "desk@example.org", contactList: "readers", topic: "daily", encryptionKey };
    expect(readSettings({ ...given, memorySize: "3008", stackName: "WireDigest" })).toMatchObject({
      ...given,
      memorySize: 3008,
      stackName: "WireDigest",
    });
  });

  test("are read from JSON, as cdk.json gives them", () => {
    const recipients = ["you@example.org", "me@example.org"];
    expect(readSettings({ sender: "desk@example.org", recipients, seeds: false })).toMatchObject({
      recipients,
      seeds: false,
    });
  });

  test("stay open where nothing is said, so that the construct's defaults hold", () => {
    const { sender, recipients, ...open } = readSettings(SENDER_AND_RECIPIENT);
    expect({ sender, recipients }).toEqual(SENDER_AND_RECIPIENT);
    expect(Object.values(open).every((value) => value === undefined)).toBe(true);
  });
});
