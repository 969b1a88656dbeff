import { createServer } from "node:http";
import { Readable } from "node:stream";
import { CloudFrontKeyValueStoreClient } from "@aws-sdk/client-cloudfront-keyvaluestore";
import { expect, onTestFinished, test } from "vitest";
import { type Access, readAccess } from "../../../functions/digest/access/access.ts";
import { linkKey } from "../../../functions/digest/access/sign.ts";
import { ACCESS_KEY } from "../../../functions/digest/keys.ts";
import { type EdgeStore, edgeStoreAt, handler, keepAccess } from "../../../infra/archive/key-keeper.ts";
import { createMemoryStore } from "../../../local/stores/memory-store.ts";
import { createEdge, isPassed } from "../../support/edge.ts";

const SLOT = "2026-11-21T07:00:00Z";
const NOW = Date.parse(SLOT) + 3_600_000;
const ARN = "arn:aws:cloudfront::123456789012:key-value-store/1234abcd-12ab-34cd-56ef-1234567890ab";

/** The part of a signed request that is looked at here. */
interface HttpRequest {
  readonly method: string;
  readonly hostname: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** An account: both places, of which the edge fails at a call of one's choice, counted from 1; `before` a call others may do something. */
function createAccount(failsAt = 0, before: (call: number) => Promise<void> = async () => undefined) {
  const state = createMemoryStore({ bucket: "state" });
  const values = new Map<string, string>();
  let calls = 0;
  let fails = failsAt;
  let version = 0;
  const count = async () => {
    calls += 1;
    await before(calls);
    if (calls === fails) {
      throw new Error("the store does not answer");
    }
  };
  const edge: EdgeStore = {
    async read() {
      await count();
      return { names: [...values.keys()], version: String(version) };
    },
    async update(added, deleted, expected) {
      await count();
      if (expected !== String(version)) {
        throw new Error("ConflictException");
      }
      for (const [name, value] of Object.entries(added)) {
        values.set(name, value);
      }
      for (const name of deleted) {
        values.delete(name);
      }
      version += 1;
      return String(version);
    },
  };
  return { state, values, edge, heal: () => (fails = 0) };
}

/** Whether the link of an email that a run would send now opens the archive. */
async function opens(access: Access, values: ReadonlyMap<string, string>): Promise<boolean> {
  const edge = createEdge("link", Object.fromEntries(values), () => NOW);
  return isPassed(await edge.ask("/", { cookie: linkKey(access, SLOT, 90) }));
}

async function hasPassword({ password }: Access, values: ReadonlyMap<string, string>): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`:${password}`).toString("base64")}`;
  const edge = createEdge("password", Object.fromEntries(values), () => NOW);
  return isPassed(await edge.ask("/", { authorization }));
}

test("what is made opens the archive, by link and by password", async () => {
  const { state, values, edge } = createAccount();
  expect(await keepAccess("keep", { state, edge })).toEqual({ id: expect.stringMatching(/^k[1-9]\d{0,8}$/) });
  const access = await readAccess(state);
  expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
  expect(access.password).toMatch(/^[a-z2-7]{5}(?:-[a-z2-7]{5}){3}$/);
  expect([...values.values()].join()).not.toContain(access.password);
});

test("a deployment leaves it as it is, also in a new store", async () => {
  const { state, values, edge } = createAccount();
  await keepAccess("keep", { state, edge });
  const access = await readAccess(state);
  await keepAccess("keep", { state, edge });
  expect(await readAccess(state)).toEqual(access);
  values.clear();
  await keepAccess("keep", { state, edge });
  expect(await readAccess(state)).toEqual(access);
  expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
});

test("replaced, the former key and password open nothing", async () => {
  const { state, values, edge } = createAccount();
  await keepAccess("keep", { state, edge });
  const former = await readAccess(state);
  await keepAccess("rotate", { state, edge });
  const access = await readAccess(state);
  expect(access.id).not.toBe(former.id);
  expect([await opens(former, values), await hasPassword(former, values)]).toEqual([false, false]);
  expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
  expect([...values.keys()].toSorted()).toEqual([access.id, "password"]);
});

test.each([1, 2, 3])(
  "stopped at call %i of a replacement, every link that a run signs opens, and it can be done again",
  async (call) => {
    const { state, values, edge, heal } = createAccount(3 + call);
    await keepAccess("keep", { state, edge });
    await expect(keepAccess("rotate", { state, edge })).rejects.toThrow("does not answer");
    expect(await opens(await readAccess(state), values)).toBe(true);
    heal();
    await keepAccess("rotate", { state, edge });
    const access = await readAccess(state);
    expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
    expect([...values.keys()].toSorted()).toEqual([access.id, "password"].toSorted());
  },
);

/** Does both, the second before a call of the first, and says how they ended. */
async function doBoth(first: "keep" | "rotate", second: "keep" | "rotate", at: number) {
  const ended: string[] = [];
  let isDone = false;
  const account = createAccount(0, async (call) => {
    if (call === 3 + at && !isDone) {
      isDone = true;
      await keepAccess(second, account).then(
        () => ended.push("second done"),
        () => ended.push("second failed"),
      );
    }
  });
  await keepAccess("keep", account);
  await keepAccess(first, account).then(
    () => ended.push("first done"),
    () => ended.push("first failed"),
  );
  return { ...account, ended };
}

test.each(
  (["keep", "rotate"] as const).flatMap((first) =>
    (["keep", "rotate"] as const).flatMap((second) => [1, 2, 3].map((at) => [first, second, at] as const)),
  ),
)(
  "%s with %s before its call %i: one of them fails or both hold, and what a run signs opens, then and after one more",
  async (first, second, at) => {
    const { state, values, edge, ended } = await doBoth(first, second, at);
    expect(ended.filter((each) => each.endsWith("done")).length).toBeGreaterThan(0);
    expect(await opens(await readAccess(state), values)).toBe(true);
    await keepAccess("keep", { state, edge });
    const access = await readAccess(state);
    expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
    expect([...values.keys()].toSorted()).toEqual([access.id, "password"].toSorted());
  },
);

test("at the same time too, whatever comes first", async () => {
  const { state, values, edge } = createAccount();
  await keepAccess("keep", { state, edge });
  const tasks = (["rotate", "keep", "rotate"] as const).map((task) => keepAccess(task, { state, edge }));
  const all = await Promise.allSettled(tasks);
  expect(all.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await opens(await readAccess(state), values)).toBe(true);
});

test("what is damaged is made anew when it is asked for", async () => {
  const { state, values, edge } = createAccount();
  await keepAccess("keep", { state, edge });
  await state.write(ACCESS_KEY, Buffer.from("{}"));
  await keepAccess("rotate", { state, edge });
  const access = await readAccess(state);
  expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
});

test("what is damaged is not replaced by accident", async () => {
  const { state, edge } = createAccount();
  await state.write(ACCESS_KEY, Buffer.from("{}"));
  await expect(keepAccess("keep", { state, edge })).rejects.toThrow(
    /access\.json: it is not what this code writes/,
  );
});

interface Told {
  readonly Status: string;
  readonly Reason: string;
}

/** Where CloudFormation is told how it went. */
async function startCloudFormation() {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    told.push(JSON.parse((await request.toArray()).join("")));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const ResponseURL = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  return {
    told,
    event: (RequestType: "Create" | "Update" | "Delete") => ({
      RequestType,
      ResponseURL,
      StackId: "stack",
      RequestId: "request",
      LogicalResourceId: "Keys",
    }),
  };
}

test("as the stack's resource it tells CloudFormation how it went, and leaves all when the stack goes", async () => {
  const { state, values, edge } = createAccount();
  const { event, told } = await startCloudFormation();
  await handler(event("Create"), undefined, { state, edge });
  const access = await readAccess(state);
  expect([await opens(access, values), await hasPassword(access, values)]).toEqual([true, true]);
  const { id } = Object(await handler({ rotate: true }, undefined, { state, edge }));
  expect(id).not.toBe(access.id);
  await handler(event("Delete"), undefined, { state, edge });
  expect((await readAccess(state)).id).toBe(id);
  await state.write(ACCESS_KEY, Buffer.from("{}"));
  await handler(event("Update"), undefined, { state, edge });
  expect(told.map(({ Status }) => Status)).toEqual(["SUCCESS", "SUCCESS", "FAILED"]);
  expect(told.at(-1)?.Reason).toMatch(/^cannot make what opens the archive: .*access\.json/);
});

/** A client whose requests go nowhere: they are signed, kept, and answered in order. */
function createClient(answers: readonly object[]) {
  const requests: HttpRequest[] = [];
  const client = new CloudFrontKeyValueStoreClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    requestHandler: {
      async handle(request: HttpRequest) {
        const answer = answers[requests.length];
        requests.push(request);
        const headers = { "content-type": "application/json", etag: `KV${requests.length}` };
        return { response: { statusCode: 200, headers, body: Readable.from([JSON.stringify(answer)]) } };
      },
    },
  });
  return { client, requests };
}

test("CloudFront's store is asked as its API wants it: signed for all regions, all names, and only on top of what is known", async () => {
  const { client, requests } = createClient([
    { KvsARN: ARN, ItemCount: 2, TotalSizeInBytes: 2 },
    { Items: [{ Key: "k1", Value: "a" }], NextToken: "next" },
    { Items: [{ Key: "password", Value: "b" }] },
    { ItemCount: 2, TotalSizeInBytes: 2 },
  ]);
  const edge = edgeStoreAt(ARN, client);
  expect(await edge.read()).toEqual({ names: ["k1", "password"], version: "KV1" });
  expect(await edge.update({ k2: "c" }, ["k1"], "KV1")).toBe("KV4");
  for (const { headers, hostname } of requests) {
    expect(hostname).toBe("123456789012.cloudfront-kvs.global.api.aws");
    expect(headers.authorization).toMatch(/^AWS4-ECDSA-P256-SHA256 /);
    expect(headers["x-amz-region-set"]).toBe("*");
  }
  const last = requests.at(-1);
  expect([last?.method, last?.headers["if-match"]]).toEqual(["POST", "KV1"]);
  expect(JSON.parse(Buffer.from(last?.body ?? []).toString())).toEqual({
    Puts: [{ Key: "k2", Value: "c" }],
    Deletes: [{ Key: "k1" }],
  });
});

test("replaces nothing by an event that it does not know", async () => {
  const event: { readonly rotate: true } = JSON.parse("{}");
  await expect(handler(event, undefined, createAccount())).rejects.toThrow('expected { "rotate": true }');
});
