import { describe, expect, it } from "vitest";
import {
  type DigestConfig,
  ENVIRONMENT,
  readConfig,
  renderOptionsOf,
  toEnvironment,
} from "../../../functions/digest/config.ts";

const REQUIRED = {
  CORPUS_BUCKET: "corpus",
  STATE_BUCKET: "state",
  SENDER: "Desk <desk@example.org>",
  RECIPIENTS: "ann@example.org, bob@example.org,,ann@example.org",
};

describe("readConfig", () => {
  it("reads the settings, with the documented defaults for the rest", () => {
    expect(readConfig(REQUIRED)).toEqual({
      corpusBucket: "corpus",
      corpusPrefix: "",
      stateBucket: "state",
      sender: "Desk <desk@example.org>",
      recipients: ["ann@example.org", "bob@example.org"],
      contactList: "",
      topic: "",
      topics: "",
      name: "Late Edition",
      timeZone: "UTC",
      locale: "",
      storyUrl: "",
      archiveUrl: "",
      archiveAccess: "public",
      linkDays: 90,
      include: "",
      exclude: "",
      jsonFields: "",
      weekDay: "Monday",
      summaries: "",
      quietDays: "skip",
      remember: 90,
      massRemovalStops: 2,
      unknownDeliveries: "resend",
      retryDays: 3,
      configurationSet: "",
    } satisfies DigestConfig);
  });

  it("accepts a contact list and its topic instead of recipients", () => {
    const { RECIPIENTS: _, ...others } = REQUIRED;
    const config = readConfig({ ...others, CONTACT_LIST: "newsroom", TOPIC: "daily_digest-2" });
    expect(config).toMatchObject({ recipients: [], contactList: "newsroom", topic: "daily_digest-2" });
    expect(readConfig(toEnvironment(config))).toEqual(config);
    expect(renderOptionsOf(config).unsubscribe).toBe("ses");
    expect(renderOptionsOf(readConfig(REQUIRED)).unsubscribe).toBe("mailto");
    expect(readConfig({ ...others, CONTACT_LIST: "newsroom", TOPIC: "", RECIPIENTS: " " }).topic).toBe("");
  });

  it.each([
    [{ CONTACT_LIST: "newsroom" }, "RECIPIENTS and CONTACT_LIST are both set"],
    [{ TOPIC: "digest" }, 'TOPIC is "digest" without CONTACT_LIST'],
    [{ CONTACT_LIST: "news room", RECIPIENTS: "" }, 'CONTACT_LIST is "news room": expected 1 to 64 letters'],
    [{ CONTACT_LIST: "n".repeat(65), RECIPIENTS: "" }, "expected 1 to 64 letters"],
    [{ CONTACT_LIST: "newsroom", TOPIC: "täglich", RECIPIENTS: "" }, 'TOPIC is "täglich"'],
  ])("rejects the recipient settings %j", (changes, message) => {
    expect(() => readConfig({ ...REQUIRED, ...changes })).toThrow(message);
  });

  it.each(["CORPUS_BUCKET", "STATE_BUCKET", "SENDER", "RECIPIENTS"])("names %s if it is missing", (name) => {
    expect(() => readConfig({ ...REQUIRED, [name]: " " })).toThrow(name);
  });

  it.each([
    ["TIME_ZONE", "Mars/Olympus", "IANA time zone"],
    ["DIGEST_LOCALE", "en_US", "BCP 47 language tag such as en-US"],
    ["DIGEST_LOCALE", "english", "BCP 47 language tag such as en-US"],
    ["DIGEST_NAME", "Wire\nBcc: x@example.org", "without control characters"],
    ["DIGEST_NAME", "Wire\u202eWatch", "such as Wire Watch"],
    ["DIGEST_NAME", "n".repeat(61), "at most 60 characters"],
    ["DIGEST_NAME", "…", "such as Wire Watch"],
    ["STORY_URL", "javascript:alert({key})", "http or https"],
    ["ARCHIVE_URL", "javascript:alert(1)", "http or https"],
    ["ARCHIVE_URL", "https://example.org/archive/", "without a slash"],
    ["STORY_URL", "https://example.org/", "{key}"],
    ["QUIET_DAYS", "never", "skip or note"],
    ["REMEMBER", "for ever", "a number of days"],
    ["REMEMBER", "4000", "0 to 3650"],
    ["MASS_REMOVAL_STOPS", "-1", "a number of slots"],
    ["MASS_REMOVAL_STOPS", "101", "0 to 100"],
    ["UNKNOWN_DELIVERIES", "maybe", "resend or skip"],
    ["RECIPIENTS", ",", "contains no address"],
  ])("rejects %s=%s and says what is expected", (name, value, message) => {
    expect(() => readConfig({ ...REQUIRED, [name]: value })).toThrow(message);
    expect(() => readConfig({ ...REQUIRED, [name]: value })).toThrow(name);
  });

  it("reads back what the stack writes", () => {
    const config = readConfig({
      ...REQUIRED,
      CORPUS_PREFIX: "news/",
      DIGEST_NAME: "Nightly, for Orla",
      TIME_ZONE: "Europe/Berlin",
      DIGEST_LOCALE: "de-DE",
      STORY_URL: "https://example.org/{key}",
      QUIET_DAYS: "note",
      REMEMBER: "0",
      UNKNOWN_DELIVERIES: "skip",
      CONFIGURATION_SET: "set",
    });
    const environment = toEnvironment(config);
    expect(readConfig(environment)).toEqual(config);
    expect(Object.keys(environment).toSorted()).toEqual(Object.values(ENVIRONMENT).toSorted());
  });
});
