import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Edition } from "../../functions/digest/edition/schema.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { readEdition } from "../../functions/digest/run/published.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";
import { createRig, SLOTS } from "../support/rig.ts";
import { isInstalled, SERVERS, start } from "./servers.ts";

const FERRY =
  "Ferry runs aground\n\nThe Sorn ferry ran aground on Monday. It carried 12 people. The crossing stays closed until Friday.\n";
const LIBRARY =
  "Library opens on Sundays\n\nThe town library opens on Sundays from May. The council pays two librarians more.\n";
const BAKERY =
  "Bakery moves\n\nThe old bakery moves to Mill Street in June. Its oven is from 1911 and weighs four tonnes.\n";

/** A corpus whose stories can be removed. */
interface Corpus extends ObjectStore {
  remove(key: string): Promise<unknown>;
}

type Act = (corpus: Corpus) => Promise<unknown>;

const put = async (corpus: Corpus, key: string, text: string) => await corpus.write(key, Buffer.from(text));

/** What happens to the corpus before each slot, and what the edition says of it. */
const DAYS: readonly (readonly [act: Act, outcome: string, changes: readonly string[]])[] = [
  [
    async (corpus) => {
      await put(corpus, "ferry.txt", FERRY);
      await put(corpus, "library.txt", LIBRARY);
      await put(corpus, "town/bäckerei + co.txt", BAKERY);
    },
    "sent",
    ["added ferry.txt", "added library.txt", "added town/bäckerei + co.txt"],
  ],
  [(corpus) => put(corpus, "ferry.txt", FERRY.replace("12", "19")), "sent", ["revised ferry.txt"]],
  [(corpus) => put(corpus, "ferry.txt", FERRY), "sent", ["reverted ferry.txt"]],
  [
    async (corpus) => {
      await put(corpus, "library-2.txt", LIBRARY);
      await corpus.remove("library.txt");
    },
    "sent",
    ["renamed library-2.txt"],
  ],
  [(corpus) => corpus.remove("town/bäckerei + co.txt"), "sent", ["removed town/bäckerei + co.txt"]],
  [async () => undefined, "quiet", []],
];

const DATES = [...SLOTS, "2026-11-24T07:00:00Z", "2026-11-25T07:00:00Z"];

/** Lives the days on these stores; returns the editions and the emails. */
async function live(corpus: Corpus, state: ObjectStore) {
  const rig = createRig();
  const job = { ...rig.job, corpus, state };
  const editions: Edition[] = [];
  for (const [day, [act, outcome, changes]] of DAYS.entries()) {
    await act(corpus);
    const request = { mode: "scheduled", slot: DATES[day] ?? "", acceptRemovals: [] } as const;
    const result = await runDigest(request, job);
    expect(result.outcome).toBe(outcome);
    const edition = await readEdition(state, result.edition ?? "");
    expect(edition.changes.map(({ change, key }) => `${change} ${key}`).toSorted()).toEqual(
      changes.toSorted(),
    );
    editions.push(edition);
    expect(await runDigest({ mode: "resume" }, job)).toMatchObject({ outcome: "already done" });
  }
  const steps = rig.steps.map(({ step }) => step).filter((step) => step !== OF_THE_CLOCK);
  return { editions, mails: rig.inbox, steps };
}

/** The slots are ahead of our store's clock, which stands, and not of a server's. */
const OF_THE_CLOCK = "slot ahead";

describe.each(SERVERS.map((server) => [server.name, server] as const))("the whole job on %s", (_, server) => {
  it.skipIf(!isInstalled(server))(
    "tells a baseline, a change, a revert, a rename and a removal as on our own store, to the byte, in two emails each",
    async () => {
      const { client, stop } = await start(server, ["corpus", "state"]);
      onTestFinished(stop);
      const corpus: Corpus = {
        ...createS3Store(client, "corpus"),
        remove: (Key) => client.send(new DeleteObjectCommand({ Bucket: "corpus", Key })),
      };
      const foreign = await live(corpus, createS3Store(client, "state"));
      const own = createRig();
      const reference = await live(own.corpus, own.state);
      expect(foreign.mails).toHaveLength(10);
      expect(foreign).toEqual(reference);
      expect(foreign.steps).not.toContain("not marked");
    },
    120_000,
  );
});
