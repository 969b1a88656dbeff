import { describe, expect, it } from "vitest";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";
import { ask, failure, GIVEN, openAccount, said, topicsSetting } from "./account.ts";

const LISTED = ["-c", "sender=desk@example.org", "-c", "contactList=readers"];
const COURTS = { name: "courts", title: "Courts & law", keys: "court/" };
const SEA = { name: "sea", title: "Sea", words: "ferry" };

/** Topics on the contact list `readers`: names and titles. */
async function openList(topics: readonly (readonly [string, string])[], state?: LocalStore): Promise<void> {
  const book = await openAccount({}, undefined, state ? { state } : {});
  const onList = topics.map(([name, displayName]) => ({ name, displayName, byDefault: "OPT_IN" as const }));
  book.putList({ name: "readers", topics: onList, contacts: [] });
}

describe("the doctor, where readers choose topics on the contact list", () => {
  it("finds nothing wrong", async () => {
    await openList([
      ["courts", "Courts & law"],
      ["sea", "Sea"],
    ]);
    expect(await said(...LISTED, ...topicsSetting(COURTS, SEA))).toEqual([
      "ok           topics: well formed: courts, sea",
      "ok           topics: the contact list readers has the same",
    ]);
  });

  it("names those that the list lacks, those that it has alone, and other titles", async () => {
    await openList([
      ["courts", "Law"],
      ["sport", "Sport"],
    ]);
    expect(await said(...LISTED, ...topicsSetting(COURTS, SEA))).toEqual([
      "ok           topics: well formed: courts, sea",
      "not ok       topic sea: not on the contact list readers, so nobody can choose it: add it with aws sesv2 update-contact-list, naming all other topics too, as it replaces them",
      'warning      topic courts: called "Courts & law" in emails, but "Law" on the contact list readers: give it one title',
      "warning      topic sport: on the contact list readers but not in the settings, so who chose it alone gets no email: add it to topics, or leave it if another digest has it",
    ]);
  });

  it("finds one that is written in another case, under which SES refuses the emails of its readers", async () => {
    await openList([["Courts", "Courts & law"]]);
    expect(await said(...LISTED, ...topicsSetting(COURTS))).toContainEqual(
      "not ok       topic courts: written Courts on the contact list readers, which SES may take for another one: write both the same",
    );
  });

  it("finds that the list would have more topics than SES takes", async () => {
    await openList(Array.from({ length: 19 }, (_, n) => [`t${n}`, `T${n}`]));
    expect(await said(...LISTED, ...topicsSetting(COURTS, SEA))).toContainEqual(
      "not ok       topics: with those that it lacks, the contact list readers would have 21, and SES takes 20: drop some there or in the settings",
    );
    const [settings] = await ask(
      ...LISTED,
      ...topicsSetting(...Array.from({ length: 21 }, (_, n) => ({ name: `t${n}` }))),
    );
    expect(settings).toContain("topics has 21 of them: a contact list takes at most 20");
  });

  it("shows a title that is hostile to the terminal on one line", async () => {
    await openList([["courts", "Law\u001b[2J\nok  all is well\u202e"]]);
    const title = "Courts\u009b2J";
    const lines = await said(...LISTED, ...topicsSetting({ ...COURTS, title }));
    expect(lines.filter((line) => /[\p{Cc}\u202e]/u.test(line))).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it("says nothing of them if there is no such list", async () => {
    await openList([]);
    const lines = await ask(...LISTED, "-c", "contactList=nobody", ...topicsSetting(COURTS));
    expect(lines.filter((line) => line.includes("nobody"))).toEqual([
      expect.stringMatching(/^not ok +contact list nobody: it does not exist/),
    ]);
  });
});

describe("the doctor, where topics are in the state bucket", () => {
  const stored = ["-c", "topics=topics.json"];
  const withTopics = async (json: string): Promise<LocalStore> => {
    const state = createMemoryStore({ bucket: "state" });
    await state.write("topics.json", Buffer.from(json));
    return state;
  };

  it.each([
    [
      "that they are missing",
      async () => createMemoryStore({ bucket: "state" }),
      "not ok       topics.json: missing, and no run works without: aws s3 cp topics.json s3://state/topics.json",
    ],
    [
      "what is wrong with them",
      () => withTopics('[{"name":"courts","key":"court/"}]'),
      "not ok       topics.json: s3://state/topics.json stops every run: topic courts has key, which no topic has: use name, title, keys, words, not, languages, kinds, figure, rhythm; fix it, then aws s3 cp topics.json s3://state/topics.json",
    ],
    [
      "that there are none",
      () => withTopics("[]"),
      "ok           topics: well formed: none, so everybody gets everything",
    ],
    [
      "that they are there",
      () => withTopics(JSON.stringify([COURTS, SEA])),
      "ok           topics: well formed: courts, sea",
    ],
  ])("says %s", async (_, open, line) => {
    await openAccount({}, undefined, { state: await open() });
    expect(await said(...GIVEN, ...stored)).toEqual([line]);
  });

  it("says what to do before the first deployment, and of a stack that is not ours", async () => {
    await openAccount();
    expect(await said(...GIVEN, ...stored)).toEqual([
      "not checked  topics.json: there is no stack LateEdition here yet: once it is deployed, put topics.json into its state bucket, as no run works without",
    ]);
    expect(await said(...GIVEN, ...stored, "-c", "stackName=Other")).toEqual([
      expect.stringContaining("there is no stack Other here yet"),
    ]);
    expect(await said(...GIVEN, ...topicsSetting(COURTS))).toEqual([
      "ok           topics: well formed: courts",
    ]);
  });

  it.each([
    [
      failure("AccessDenied", "User is not authorized"),
      "AccessDenied; you need permission for cloudformation:DescribeStacks on stack LateEdition",
    ],
    ["<DescribeStacksResponse/>", "stack LateEdition has no output StateBucket: once it is deployed, "],
  ])("says that it cannot look: %s", async (stacks, words) => {
    await openAccount({}, undefined, { stacks });
    expect(await said(...GIVEN, ...stored)).toEqual([
      expect.stringContaining(`not checked  topics.json: ${words}`),
    ]);
  });

  it("says that the bucket of the stack is gone", async () => {
    const stacks = "<member><OutputKey>StateBucket</OutputKey><OutputValue>gone</OutputValue></member>";
    await openAccount({}, undefined, { stacks });
    expect(await said(...GIVEN, ...stored)).toEqual([
      expect.stringMatching(
        /^not checked {2}topics\.json: .*s3:\/\/gone\/topics\.json: the bucket does not exist/,
      ),
    ]);
  });

  it("finds recipients that name a topic which there is not, or that are there twice", async () => {
    await openAccount({}, undefined, { state: await withTopics(JSON.stringify([COURTS, SEA])) });
    const recipients = "recipients=ann@example.org#Courts+sport,bob@example.org#sea,BOB@example.org#courts";
    expect(await said("-c", "sender=desk@example.org", "-c", recipients, ...stored)).toEqual([
      "ok           topics: well formed: courts, sea",
      "not ok       recipient ann@example.org: names the topic sport, which is none of the topics, so every run stops: add it to topics.json, or drop it",
      "warning      recipient bob@example.org: is there 2 times, but gets one email a slot: name it once, with all its topics",
    ]);
  });
});
