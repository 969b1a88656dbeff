import { describe, expect, it } from "vitest";
import type { TopicSetting } from "../../../functions/digest/topics/topics.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";
import { createRig, type Rig, SLOTS } from "../../support/rig.ts";
import { ask, failure, GIVEN, openAccount } from "./account.ts";

const LISTED = ["-c", "sender=desk@example.org", "-c", "contactList=readers"];
const COURTS = { name: "courts", title: "Courts & law", keys: "court/" };
const SEA = { name: "sea", title: "Sea", words: "ferry" };

const topicsSetting = (...topics: readonly TopicSetting[]) => ["-c", `topics=${JSON.stringify(topics)}`];

/** What the doctor says of topics: all from the first line about them, which come last. */
async function said(...args: readonly string[]): Promise<readonly string[]> {
  const lines = await ask(...args);
  return lines.slice(lines.findIndex((line) => /^.{11} {2}topics\b/.test(line)));
}

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

describe("the doctor, after some editions", () => {
  const told = (n: number) => ({
    "court/a.txt": `Court sits\n\nThe court of Velm sits on ${n} days in May.\n`,
  });

  /** A life of this many days, the last of them quiet. */
  async function lived(days: number): Promise<Rig> {
    const rig = createRig();
    for (const [n, slot] of SLOTS.slice(0, days).entries()) {
      await rig.put({
        ...told(n + 11),
        ...(n === 0 && { "b.txt": "Ferry late\n\nThe ferry of Velm was late.\n" }),
      });
      await rig.run(slot);
    }
    await rig.run("2026-11-24T07:00:00Z");
    return rig;
  }

  it("warns of a topic that had nothing in any of them, in how many it looked, and is not stopped by it", async () => {
    const { state } = await lived(3);
    await openAccount({}, undefined, { state });
    const zeppelin = { name: "zeppelin", words: "zeppelin" };
    expect(await said(...GIVEN, ...topicsSetting(COURTS, zeppelin, SEA))).toEqual([
      "ok           topics: well formed: courts, zeppelin, sea",
      "warning      topic zeppelin: had nothing in the last 3 editions with changes: if that is not what you expect, npm run digest -- --explain says why of each change",
    ]);
  });

  it("looks no further back than to the edition in which each topic had something", async () => {
    const { state } = await lived(3);
    const reads: string[] = [];
    const counted = {
      ...state,
      read: (...args: Parameters<LocalStore["read"]>) => {
        reads.push(args[0].replace(/^runs\/(.{8}).*\//, "$1 "));
        return state.read(...args);
      },
    };
    await openAccount({}, undefined, { state: counted });
    expect(await said(...GIVEN, ...topicsSetting(COURTS))).toEqual([
      "ok           topics: well formed: courts",
      "ok           topics in past editions: each topic had something in the last edition",
    ]);
    expect(reads).toEqual([
      "head.json",
      "20261124 snapshot.json",
      "20261124 edition.json",
      "20261122 snapshot.json",
      "20261122 edition.json",
    ]);
    expect(await said(...GIVEN, ...topicsSetting(SEA))).toContainEqual(
      "ok           topics in past editions: each topic had something in the last 3 editions",
    );
  });

  it("says why it cannot look into them", async () => {
    const { state } = await lived(1);
    await state.write("head.json", Buffer.from('{"version":99}'));
    await openAccount({}, undefined, { state });
    expect(await said(...GIVEN, ...topicsSetting(COURTS))).toEqual([
      "ok           topics: well formed: courts",
      expect.stringMatching(/^not checked {2}topics in past editions: CorruptStateError: .*head\.json/),
    ]);
  });
});
