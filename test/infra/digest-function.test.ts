import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { ENVIRONMENT, readConfig } from "../../functions/digest/config.ts";
import { MEMORY_ENVIRONMENT } from "../../infra/settings/memory-environment.ts";
import { synthesize } from "./synthesize.ts";
import { readEnvironment } from "./template.ts";

const template = synthesize();
const DEAD_LETTERS = { "Fn::GetAtt": [Match.stringLikeRegexp("^DigestDeadLetters"), "Arn"] };

describe("the function", () => {
  test("runs the bundle on Node 24 and arm64, logs JSON and maps stack traces to sources", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      Timeout: 900,
      MemorySize: 1769,
      LoggingConfig: Match.objectLike({ LogFormat: "JSON" }),
      Environment: {
        Variables: Match.objectLike({ NODE_OPTIONS: "--enable-source-maps", ...MEMORY_ENVIRONMENT }),
      },
    });
  });

  test("is as before where no model makes summaries", () => {
    expect(readEnvironment(template)).not.toHaveProperty(ENVIRONMENT.summaries);
    expect(readEnvironment(synthesize({ summaries: "extract" }))).toEqual(readEnvironment(template));
  });

  test("gets every setting by the name under which it reads it", () => {
    const environment = readEnvironment(
      synthesize({
        sender: "Evening Desk <desk@example.org>",
        recipients: ["you@example.org", "me@example.org"],
        name: "Evening wire",
        timeZone: "Europe/Berlin",
        locale: "en-IE",
        corpusPrefix: "wire/",
        include: "**/*.html",
        exclude: "**/drafts/**",
        jsonFields: "headline=meta.title,body=content[].text",
        storyUrl: "https://example.org/{key}",
        weekDay: "Friday",
        summaries: "choose:eu.amazon.nova-lite-v1:0",
        quietDays: "note",
        unknownDeliveries: "skip",
        retryDays: 7,
      }),
    );
    expect(readConfig(environment)).toEqual({
      corpusBucket: "DigestCorpus0C931A35",
      corpusPrefix: "wire/",
      include: "**/*.html",
      exclude: "**/drafts/**",
      jsonFields: "headline=meta.title,body=content[].text",
      stateBucket: "DigestState61A533A8",
      sender: "Evening Desk <desk@example.org>",
      recipients: ["you@example.org", "me@example.org"],
      contactList: "",
      topic: "",
      topics: "",
      name: "Evening wire",
      timeZone: "Europe/Berlin",
      locale: "en-IE",
      storyUrl: "https://example.org/{key}",
      archiveUrl: "",
      archiveAccess: "public",
      linkDays: 90,
      weekDay: "Friday",
      summaries: "choose:eu.amazon.nova-lite-v1:0",
      quietDays: "note",
      remember: 90,
      massRemovalStops: 2,
      unknownDeliveries: "skip",
      retryDays: 7,
      configurationSet: "DigestConfigurationSet0FFC37AB",
    });
  });

  test("gets the contact list instead of recipients, and the memory that is asked for", () => {
    const listed = synthesize({ recipients: [], contactList: "readers", topic: "daily", memorySize: 3008 });
    expect(readConfig(readEnvironment(listed))).toMatchObject({
      recipients: [],
      contactList: "readers",
      topic: "daily",
    });
    listed.hasResourceProperties("AWS::Lambda::Function", { Handler: "index.handler", MemorySize: 3008 });
  });

  test.each([
    ["nobody", { recipients: [] }, "set recipients or contactList"],
    ["both", { contactList: "readers" }, "recipients and contactList are both set"],
    ["a topic alone", { topic: "daily" }, "set contactList too"],
  ])("is not made for %s", (_, props, reason) => {
    expect(() => synthesize(props)).toThrow(reason);
  });

  test.each([
    ["name", { name: "a\nb" }, "such as Wire Watch"],
    ["locale", { locale: "en_US" }, "such as en-US"],
  ])("is not made with a wrong %s", (_, props, reason) => {
    expect(() => synthesize(props)).toThrow(reason);
  });

  test("has no variable but the contract's, and none without a value", () => {
    const { NODE_OPTIONS, ...settings } = readEnvironment(template);
    const known = [...Object.values<string>(ENVIRONMENT), ...Object.keys(MEMORY_ENVIRONMENT)];
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
    expect(Object.values(settings)).not.toContain("");
    expect(readConfig(settings)).toMatchObject({
      corpusPrefix: "",
      storyUrl: "",
      timeZone: "UTC",
      locale: "",
    });
    expect(readConfig(settings)).toMatchObject({ include: "", exclude: "", jsonFields: "" });
  });

  test("hands an event whose run failed to the dead letters", () => {
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      DestinationConfig: { OnFailure: { Destination: DEAD_LETTERS } },
    });
  });
});
