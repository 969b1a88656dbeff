import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  AccessDeniedError,
  CorruptStateError,
  MassRemovalError,
} from "../../../../functions/digest/errors.ts";
import { readHead } from "../../../../functions/digest/snapshot/head.ts";
import { readSnapshot, type Snapshot } from "../../../../functions/digest/snapshot/snapshot.ts";
import { createS3Store } from "../../../../functions/digest/store/s3-store.ts";
import { startS3Server } from "../../../../local/s3/s3-server.ts";
import { createRig, keysOf, type Rig, SLOTS, textOf } from "../../../support/rig.ts";
import { errorAnswer } from "../../../support/scripted-s3.ts";

const [DAY1, DAY2, DAY3] = SLOTS;
const NAMES = Array.from({ length: 12 }, (_, i) => `story-${String(i).padStart(2, "0")}.txt`);

const story = (name: string, figure: number): string =>
  `Report ${name}\n\nThe mayor said about ${name} that ${figure} houses stand empty. The council meets on Friday.`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A rig whose job uses the real client over HTTP, with one S3 response that can be replaced. */
interface Served {
  readonly rig: Rig;
  /** The scheduled run of a slot. */
  run(slot: string): ReturnType<Rig["run"]>;
  /** Answers matching requests (method and URL) this way from now on. */
  answer(pattern: RegExp, answer: Answer): void;
  /** Restores normal responses. */
  repair(): void;
}

/** Twelve stories, one of them edited since the baseline. */
let edited: Rig;
beforeAll(async () => {
  edited = createRig();
  await edited.put(Object.fromEntries(NAMES.map((name, i) => [name, story(name, i)])));
  await edited.run(DAY1);
  await edited.put({ "story-03.txt": story("story-03.txt", 300) });
});

/** A copy of them behind the local S3. */
async function serve(): Promise<Served> {
  const rig = edited.copy();
  const s3 = await startS3Server([rig.corpus, rig.state]);
  const client = new S3Client({ endpoint: s3.url, maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
    return s3.close();
  });
  let wrong: { readonly pattern: RegExp; readonly answer: Answer } | undefined;
  const [serveRequest] = s3.server.listeners("request") as RequestListener[];
  s3.server.removeAllListeners("request");
  s3.server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const isWrong = wrong?.pattern.test(`${request.method} ${request.url}`) === true;
    (isWrong ? wrong?.answer : serveRequest)?.(request, response as Parameters<RequestListener>[1]);
  });
  const stores = { corpus: createS3Store(client, "corpus"), state: createS3Store(client, "state") };
  const served: Served = {
    rig,
    run: (slot) => rig.run(slot, stores),
    answer(pattern, answer) {
      wrong = { pattern, answer };
    },
    repair() {
      wrong = undefined;
    },
  };
  return served;
}

async function snapshotOf({ state }: Rig): Promise<Snapshot> {
  const found = await readHead(state);
  return await readSnapshot(state, found.state === "current" ? found.head.snapshot : "");
}

/** The run fails and commits nothing; after `repair`, the same slot reports the edited story and nothing else. */
async function expectRefusal(served: Served, reason: object | string | RegExp): Promise<void> {
  const { rig } = served;
  const head = await textOf(rig.state, "head.json");
  await expect(served.run(DAY2)).rejects.toThrow(reason as string);
  expect(await textOf(rig.state, "head.json")).toBe(head);
  expect(rig.inbox).toHaveLength(2);
}

async function expectRecovery({ run, rig }: Served): Promise<void> {
  const edition = await rig.edition(await run(DAY2));
  expect(edition.changes.map(({ change, key }) => [change, key])).toEqual([["revised", "story-03.txt"]]);
  expect(await run(DAY3)).toMatchObject({ outcome: "quiet", counts: { stories: 12 } });
  expect(rig.inbox).toHaveLength(4);
}

const LISTING = "/corpus/?\\?";

describe("an S3 response that would make stories look deleted", () => {
  it.each([
    [
      "the corpus bucket is gone",
      `GET ${LISTING}`,
      errorAnswer(404, "NoSuchBucket"),
      "cannot list s3://corpus/: the bucket does not exist (404 NoSuchBucket)",
    ],
    [
      "listing is denied",
      `GET ${LISTING}`,
      errorAnswer(403, "AccessDenied"),
      "cannot list s3://corpus/: access denied (403 AccessDenied): allow s3:ListBucket on the bucket",
    ],
    [
      "S3 is busy in the middle of the listing",
      `GET ${LISTING}.*start-after`,
      errorAnswer(503, "SlowDown"),
      "cannot list s3://corpus/: S3 is busy or failing (503 SlowDown",
    ],
    [
      "a page is truncated",
      `GET ${LISTING}`,
      page("<Contents><Key>story-00.txt</Key>", ""),
      "cannot list s3://corpus/",
    ],
    [
      "a page has no continuation token",
      `GET ${LISTING}`,
      page("<IsTruncated>true</IsTruncated>", "</ListBucketResult>"),
      "has no token",
    ],
    [
      "a page counts more keys than it contains",
      `GET ${LISTING}`,
      page("<IsTruncated>false</IsTruncated><KeyCount>7</KeyCount>", "</ListBucketResult>"),
      "cannot list s3://corpus/",
    ],
    [
      "the state bucket is gone",
      "GET /state/",
      errorAnswer(404, "NoSuchBucket"),
      "s3://state/head.json: the bucket does not exist",
    ],
    [
      "reading the state bucket is denied",
      "GET /state/",
      errorAnswer(403, "AccessDenied"),
      "cannot read s3://state/head.json: access denied",
    ],
    [
      "reading a pack is denied",
      "GET /state/runs/.*/packs/",
      errorAnswer(403, "AccessDenied"),
      AccessDeniedError,
    ],
  ])("stops the run without losing anything: %s", async (_, pattern, answer, reason) => {
    const served = await serve();
    served.answer(new RegExp(`^${pattern}`), (request, response) => answer(request, response, 1));
    await expectRefusal(served, reason);
    served.repair();
    await expectRecovery(served);
  });

  it("holds back a single story while access is denied, and reports its edit afterwards", async () => {
    const served = await serve();
    served.answer(/^GET \/corpus\/story-03/, (request, response) =>
      errorAnswer(403, "AccessDenied")(request, response, 1),
    );
    const edition = await served.rig.edition(await served.run(DAY2));
    expect(edition.heldBack).toMatchObject([{ key: "story-03.txt", reason: "access denied" }]);
    expect(edition.changes).toEqual([]);
    served.repair();
    const next = await served.rig.edition(await served.run(DAY3));
    expect(next.changes).toMatchObject([{ change: "revised", key: "story-03.txt" }]);
  });

  it("treats an emptied bucket as an accident, and reports nothing once the stories are back", async () => {
    const served = await serve();
    for (const name of NAMES) {
      await served.rig.corpus.remove(name);
    }
    await expectRefusal(served, MassRemovalError);
    await served.rig.put(Object.fromEntries(NAMES.map((name, i) => [name, story(name, i === 3 ? 300 : i)])));
    await expectRecovery(served);
  });
});

function page(inside: string, end: string): Answer {
  return (_, response) => {
    response.end(`<?xml version="1.0"?><ListBucketResult>${inside}${end}`);
  };
}

type Damage = (bytes: Buffer) => Uint8Array | undefined;

const flipped: Damage = (bytes) => bytes.map((byte) => 255 - byte);
const cutOff: Damage = (bytes) => bytes.subarray(0, 10);
const deleted: Damage = () => undefined;

describe("a corrupt object in the state bucket", () => {
  const places = { part: "/parts/", pack: "/packs/", snapshot: "/snapshot.json" } as const;
  it.each([
    ["part", "flipped", flipped],
    ["part", "cut off", cutOff],
    ["part", "deleted", deleted],
    ["pack", "flipped", flipped],
    ["pack", "cut off", cutOff],
    ["pack", "deleted", deleted],
    ["snapshot", "cut off", cutOff],
    ["snapshot", "deleted", deleted],
  ] as const)(
    "stops the run and is named; the run continues once it is restored: a %s, %s",
    async (kind, _, damage) => {
      const served = await serve();
      const { state } = served.rig;
      const keys = (await keysOf(state, "runs/")).filter((key) => key.includes(places[kind]));
      const before = new Map<string, Buffer>();
      for (const key of keys) {
        const bytes = Buffer.from((await state.read(key))?.bytes ?? []);
        before.set(key, bytes);
        const damaged = damage(bytes);
        await (damaged === undefined ? state.remove(key) : state.write(key, damaged));
      }
      await expectRefusal(served, CorruptStateError);
      await expect(served.run(DAY2)).rejects.toThrow(/s3:\/\/state\/runs\/.*restore/);
      for (const [key, bytes] of before) {
        await state.write(key, bytes);
      }
      await expectRecovery(served);
    },
  );

  it("stops the run even if it is an intact but different part", async () => {
    const served = await serve();
    const { state } = served.rig;
    const { parts } = await snapshotOf(served.rig);
    const [first = "", second = ""] = parts.map(({ key }) => key);
    const bytes = (await state.read(first))?.bytes ?? new Uint8Array();
    await state.write(first, (await state.read(second))?.bytes ?? new Uint8Array());
    await expectRefusal(served, "its SHA-256 differs from the one recorded");
    await state.write(first, bytes);
    await expectRecovery(served);
  });
});

describe("slots out of order", () => {
  it("treat an older slot after a newer one as already done, and undo nothing", async () => {
    const { run, rig } = await serve();
    expect(await run(DAY3)).toMatchObject({ outcome: "sent" });
    const head = await textOf(rig.state, "head.json");
    expect(await run(DAY2)).toMatchObject({ slot: DAY2, outcome: "already done", counts: null });
    expect(await textOf(rig.state, "head.json")).toBe(head);
    expect(rig.inbox).toHaveLength(4);
  });
});
