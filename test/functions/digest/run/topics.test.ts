import { expect, it } from "vitest";
import { runKeys } from "../../../../functions/digest/keys.ts";
import type { Mail, Reader } from "../../../../functions/digest/ports.ts";
import { runDigest } from "../../../../functions/digest/run/run.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { createRig, keysOf, type Rig, SLOTS } from "../../../support/rig.ts";

const [DAY1, DAY2, DAY3] = SLOTS;

const TOPICS = JSON.stringify([
  { name: "courts", title: "Courts & law", keys: "court/" },
  { name: "deaths", title: "Deaths", figure: { change: "10%" } },
  { name: "sea", title: "Sea", words: "ferry" },
]);

const RECIPIENTS =
  "all@example.org,law@example.org#courts,dead@example.org#deaths,both@example.org#deaths+courts,sea@example.org#sea";

const FIRST = {
  "court/appeal.txt": "Court hears appeal\n\nThe court of Velm hears the appeal of the mayor on Monday.\n",
  "wire/flood.txt": "Flood in Velm\n\nAt least 12 people died in the flood of Velm, police said.\n",
  "wire/market.txt": "Market opens\n\nThe market of Velm opens at nine on Saturdays, the council said.\n",
};
const SECOND = {
  "court/appeal.txt": "Court hears appeal\n\nThe court of Velm hears the appeal of the mayor on Thursday.\n",
  "wire/flood.txt": "Flood in Velm\n\nAt least 19 people died in the flood of Velm, police said.\n",
};

function openDesk(
  environment: Readonly<Record<string, string>> = {},
  answer?: (mail: Mail) => ReturnType<NonNullable<Parameters<typeof createRig>[0]>["answer"] & object>,
): Rig {
  return createRig({ environment: { TOPICS, RECIPIENTS, ...environment }, ...(answer && { answer }) });
}

/** The stories that each reader's emails from one on tell. */
function told({ inbox }: Rig, from = 0): Readonly<Record<string, readonly string[]>> {
  const names = ["court/appeal.txt", "wire/flood.txt", "wire/market.txt"];
  return Object.fromEntries(
    inbox
      .slice(from)
      .map(({ to, text }) => [to.split("@")[0] ?? "", names.filter((name) => text.includes(name))]),
  );
}

it("give each reader one email with what he chose, and none where there is nothing", async () => {
  const rig = openDesk();
  await rig.put(FIRST);
  expect(await rig.run(DAY1)).toMatchObject({ outcome: "sent" });
  const before = rig.inbox.length;
  await rig.put(SECOND);
  expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent" });
  expect(told(rig, before)).toEqual({
    all: ["court/appeal.txt", "wire/flood.txt"],
    law: ["court/appeal.txt"],
    dead: ["wire/flood.txt"],
    both: ["court/appeal.txt", "wire/flood.txt"],
  });
  const of = (name: string) => rig.inbox.slice(before).find(({ to }) => to.startsWith(name));
  expect(of("dead")?.subject).toContain("12 → 19");
  expect(of("law")?.subject).not.toContain("19");
  expect(of("law")?.text).toContain("You get what is in the topic that you chose: Courts & law.");
  expect(of("both")?.html).toContain(
    "You get what is in the topics that you chose: Courts &amp; law and Deaths.",
  );
  expect(of("all")?.text).toContain("You get it because your address is on its list.");
});

it("leave everything as it is without topics", async () => {
  const [plain, empty] = [createRig(), createRig({ environment: { TOPICS: "" } })];
  for (const rig of [plain, empty]) {
    await rig.put(FIRST);
    await rig.run(DAY1);
  }
  expect(await keysOf(empty.state)).toEqual(await keysOf(plain.state));
  expect(empty.inbox).toEqual(plain.inbox);
});

it("make no edition due for which there is no reader, and the next one goes on", async () => {
  const rig = openDesk({ RECIPIENTS: "sea@example.org#sea" });
  await rig.put(FIRST);
  expect(await rig.run(DAY1)).toMatchObject({ outcome: "quiet" });
  await rig.put({ "wire/boat.txt": "Ferry late\n\nThe ferry of Velm was an hour late on Friday.\n" });
  expect(await rig.run(DAY2)).toMatchObject({ outcome: "sent" });
  expect(rig.inbox.map(({ to }) => to)).toEqual(["sea@example.org"]);
});

it("are read from the state bucket where the setting says so", async () => {
  const rig = openDesk({ TOPICS: "topics.json" });
  await rig.put(FIRST);
  await expect(rig.run(DAY1)).rejects.toThrow("there is no s3://state/topics.json; write it");
  await rig.state.write("topics.json", Buffer.from("[{}]"));
  await expect(rig.run(DAY1)).rejects.toThrow("s3://state/topics.json: topic 1 has no name");
  await rig.state.write("topics.json", Buffer.from(TOPICS));
  expect(await rig.run(DAY1)).toMatchObject({ outcome: "sent" });
});

it("stop a run before the commit that names one which there is not: no change is lost", async () => {
  const rig = openDesk({ RECIPIENTS: "ann@example.org#sport" });
  await rig.put(FIRST);
  await expect(rig.run(DAY1)).rejects.toThrow(
    "topic sport is none of the topics; name one of courts, deaths, sea",
  );
  expect((await readHead(rig.state)).state).toBe("missing");
});

it("are those that readers of a contact list chose, whose links leave one topic or lead to its page", async () => {
  const rig = openDesk({ RECIPIENTS: "", CONTACT_LIST: "newsroom" });
  await rig.put(FIRST);
  const readers: readonly Reader[] = [
    { address: "law@example.org", topics: ["courts"] },
    { address: "both@example.org", topics: ["courts", "deaths", "other"] },
    { address: "none@example.org", topics: ["other"] },
  ];
  await rig.run(DAY1, { subscribers: async () => readers });
  expect(rig.inbox.map(({ to, topic }) => [to, topic])).toEqual([
    ["law@example.org", "courts"],
    ["both@example.org", undefined],
  ]);
});

it("do not mail who left all topics before the email was sent", async () => {
  const rig = openDesk({ RECIPIENTS: "", CONTACT_LIST: "newsroom" });
  await rig.put(FIRST);
  let calls = 0;
  const subscribers = async (): Promise<readonly Reader[]> => {
    calls += 1;
    return [{ address: "law@example.org", topics: calls === 1 ? ["courts"] : [] }];
  };
  await rig.run(DAY1, { subscribers });
  expect(rig.inbox).toEqual([]);
});

it("are not asked for in a preview, which shows everything", async () => {
  const rig = openDesk();
  await rig.put(FIRST);
  await runDigest({ mode: "preview", slot: DAY1 }, rig.job);
  expect((await keysOf(rig.state)).filter((key) => key.includes("/audiences/"))).toEqual([]);
});

it("hold for an email that is made again, and after the head was lost", async () => {
  let isOpen = false;
  const rig = openDesk({}, (mail) =>
    isOpen ? { outcome: "accepted", messageId: mail.to } : { outcome: "refused", reason: "paused" },
  );
  await rig.put(FIRST);
  await rig.run(DAY1);
  for (const key of (await keysOf(rig.state)).filter((name) => name.endsWith("digest.html"))) {
    await rig.state.remove(key);
  }
  isOpen = true;
  rig.passSeconds(7200);
  await rig.state.remove("head.json");
  await runDigest({ mode: "resume" }, rig.job);
  expect(told(rig)).toEqual({
    all: ["court/appeal.txt", "wire/flood.txt", "wire/market.txt"],
    law: ["court/appeal.txt"],
    both: ["court/appeal.txt"],
  });
  expect(rig.inbox.find(({ to }) => to.startsWith("law"))?.text).toContain(
    "the topic that you chose: Courts & law.",
  );
});

it("hold for an email that was given up and is delivered after all", async () => {
  let isOpen = false;
  const rig = openDesk({ RETRY_DAYS: "0" }, (mail) =>
    isOpen
      ? { outcome: "accepted", messageId: mail.to }
      : { outcome: "refused", reason: "no", retry: "never" },
  );
  await rig.put(FIRST);
  await rig.run(DAY1);
  expect(rig.inbox).toEqual([]);
  isOpen = true;
  expect(await runDigest({ mode: "deliver" }, rig.job)).toMatchObject({ outcome: "sent" });
  expect(Object.keys(told(rig)).toSorted()).toEqual(["all", "both", "law"]);
  const found = await readHead(rig.state);
  expect(found.state === "current" && found.head.due).toEqual([]);
});

it("keep the edition whole in its folder, and each choice's email in its own", async () => {
  const rig = openDesk();
  await rig.put(FIRST);
  const { edition = "" } = await rig.run(DAY1);
  const keys = await keysOf(rig.state);
  expect(keys).toContain(edition);
  const { folder } = runKeys(/runs\/([^/]+)\//.exec(edition ?? "")?.[1] ?? "");
  const own = keys.filter((key) => key.startsWith(`${folder}audiences/`));
  expect(own).toHaveLength(2 * 3);
  await rig.put(SECOND);
  await rig.run(DAY2);
  await rig.put({
    "wire/market.txt": "Market opens\n\nThe market of Velm opens at nine on Sundays, the council said.\n",
  });
  await rig.run(DAY3);
  expect(told(rig, rig.inbox.length - 1)).toEqual({ all: ["wire/market.txt"] });
});
