import { describe, expect, it } from "vitest";
import { DENIED_TAGS, type LocalStore } from "../../../local/stores/local-store.ts";
import { createRig, type Rig, SLOTS } from "../../support/rig.ts";
import { GIVEN, openAccount, said, topicsSetting } from "./account.ts";

const COURTS = { name: "courts", title: "Courts & law", keys: "court/" };
const SEA = { name: "sea", title: "Sea", words: "ferry" };

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
      "warning      topic zeppelin: matches nothing in the last 3 editions with changes: if that is not what you expect, npm run digest -- --explain says why, on a copy of the stories",
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
      "ok           topics in past editions: each topic matches something in the last edition with changes",
    ]);
    expect(reads).toEqual([
      "head.json",
      "20261124 snapshot.json",
      "20261124 edition.json",
      "20261122 snapshot.json",
      "20261122 edition.json",
    ]);
    expect(await said(...GIVEN, ...topicsSetting(SEA))).toContainEqual(
      "ok           topics in past editions: each topic matches something in the last 3 editions with changes",
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

  it("says which right is missing", async () => {
    const { state } = await lived(1);
    await state.write("topics.json", Buffer.from(JSON.stringify([COURTS])));
    await state.tag("head.json", DENIED_TAGS);
    await openAccount({}, undefined, { state });
    expect(await said(...GIVEN, "-c", "topics=topics.json")).toEqual([
      "ok           topics: well formed: courts",
      "not checked  topics in past editions: AccessDeniedError: cannot read s3://state/head.json: access denied (403 AccessDenied): allow s3:GetObject on the key, and s3:ListBucket on the bucket (without it, a missing key gives this error too)",
    ]);
    await state.tag("topics.json", DENIED_TAGS);
    expect(await said(...GIVEN, "-c", "topics=topics.json")).toEqual([
      expect.stringMatching(/^not checked {2}topics\.json: AccessDeniedError: .*allow s3:GetObject/),
    ]);
  });

  it("holds weekly topics against each day, and against the week, in which little changes add up", async () => {
    const flood = { name: "flood", figure: { change: "20%" }, rhythm: "weekly" } as const;
    const law = { name: "law", keys: "court/", rhythm: "weekly" } as const;
    const zeppelin = { name: "zeppelin", words: "zeppelin", rhythm: "weekly" } as const;
    const setting = topicsSetting(flood, law, zeppelin);
    const rig = createRig({ environment: { TOPICS: JSON.stringify([flood, law, zeppelin]) } });
    const asked = async () => {
      await openAccount({}, undefined, { state: rig.state });
      return (await said(...GIVEN, ...setting)).slice(1);
    };
    /** From Friday on, by no more than a tenth a day. */
    const live = async (...days: readonly (readonly [day: string, sits: number])[]) => {
      for (const [day, sits] of days) {
        await rig.put(told(sits));
        await rig.run(`2026-11-${day}T07:00:00Z`);
      }
    };
    await live(["20", 100], ["21", 104]);
    expect(await asked()).toEqual([
      "warning      topic flood: matches nothing in the last 2 editions with changes, but no week has ended among them, and a week may add up to more",
      "warning      topic zeppelin: matches nothing in the last 2 editions with changes, but no week has ended among them, and a week may add up to more",
    ]);
    await live(["23", 110], ["24", 120], ["25", 130]);
    expect(await asked()).toEqual([
      expect.stringMatching(
        /topic flood: matches nothing in the last 5 editions .*, nor in that of a week: if /,
      ),
      expect.stringMatching(/topic zeppelin: matches nothing in the last 5 editions/),
    ]);
    await live(["27", 135], ["30", 136]);
    expect(await asked()).toEqual([expect.stringMatching(/topic zeppelin: .*, nor in that of a week: if /)]);
    await openAccount({}, undefined, { state: rig.state });
    expect(await said(...GIVEN, ...topicsSetting(flood, law))).toContainEqual(
      "ok           topics in past editions: each topic matches something in the last edition with changes, or in that of a week",
    );
  });
});
