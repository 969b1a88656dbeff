import { SESv2Client } from "@aws-sdk/client-sesv2";
import { readConfig } from "../../../functions/digest/config.ts";
import { askQuota } from "../../../functions/digest/delivery/quota.ts";
import { createSesClient, createSesReader, createSesSender } from "../../../functions/digest/delivery/ses.ts";
import { listSubscribers } from "../../../functions/digest/delivery/subscribers.ts";
import { createBedrockClient, createBedrockModel } from "../../../functions/digest/model/bedrock.ts";
import type { ObjectStore } from "../../../functions/digest/ports.ts";
import { answerRequest } from "../../../functions/digest/run/answer.ts";
import type { Answer } from "../../../functions/digest/run/carry-out.ts";
import type { Job } from "../../../functions/digest/run/job.ts";
import type { RunRequest } from "../../../functions/digest/run/request.ts";
import { createS3Client } from "../../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../../functions/digest/store/s3-store.ts";
import { once } from "../../../functions/digest/text/once.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import { SMALL_LIMITS } from "../../support/small-limits.ts";
import type { Clock } from "./clock.ts";
import { answerDirectly, type Office } from "./direct-mail.ts";
import { createDirectStore } from "./direct-store.ts";
import type { Call } from "./fault.ts";
import type { Judged, Judging } from "./judged.ts";
import type { Servers } from "./servers.ts";
import { type Client, openTransport, type Transport } from "./transport.ts";

/** How long a worker lives. */
export const LIFE_MS = 60_000;

/** Less than it takes to start an email. */
const LAST_MS = 500;

export interface WorkerOptions {
  /** Its access key, by which the servers identify it. */
  readonly name: string;
  /** The addresses of the servers, which start when one is needed. */
  readonly connect: () => Promise<Servers["urls"]>;
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string>>;
  /** Where requests to S3 and to the mail service go that no fault meets, and who decides; absent: all go over HTTP. */
  readonly direct?: DirectWays;
  /** SDK attempts at one SendEmail, to override the code's own choice. */
  readonly sendAttempts?: number;
  nonce(): string;
}

/** The buckets and the mail service themselves, for requests that no fault meets. */
export interface DirectWays {
  readonly office: Office;
  readonly corpus: LocalStore;
  readonly state: LocalStore;
  readonly judge: (call: Omit<Call, "command">) => Promise<Judged>;
}

/** How an invocation ended. */
export type Ended =
  | { readonly ended: "returned"; readonly result: Answer }
  | { readonly ended: "threw"; readonly error: unknown }
  | { readonly ended: "died" };

/** One invocation of the function, with the SDK clients that the function makes. */
export interface Worker {
  readonly name: string;
  run(request: RunRequest): Promise<Ended>;
  /** Stops it at once: none of its requests reaches a server any more. */
  die(): void;
  /** From now on it has hardly any time left. */
  endTime(): void;
}

/** A worker whose life starts now. */
export function createWorker(options: WorkerOptions): Worker {
  const { name, clock } = options;
  let endsAt = clock.now() + LIFE_MS;
  const wires = createWires();
  const credentials = { accessKeyId: name, secretAccessKey: "local" };
  const at = (server: keyof Servers["urls"]) => async () => ({
    url: new URL((await options.connect())[server]),
  });
  const s3 = wires.open(() => createS3Client({ endpoint: at("s3"), forcePathStyle: true, credentials }));
  const mail = { endpoint: at("ses"), credentials };
  const ses = wires.open(() => byOffice(sesClient(options, mail)));
  const reader = wires.open(() => byOffice(createSesReader(mail)));
  const bedrock = wires.open(() =>
    createBedrockClient({ endpoint: at("bedrock"), region: "eu-central-1", credentials }),
  );
  const config = readConfig(options.environment);
  const sender = once(() => createSesSender(ses(), config));
  const ways = waysOf(options, wires);
  const byOffice = (client: SESv2Client) =>
    ways === undefined ? client : answerDirectly(client, ways.office, ways);
  const bucket = (called: string, which: "corpus" | "state"): ObjectStore => {
    const overHttp = once(() => createS3Store(s3(), called));
    return ways === undefined
      ? overHttp()
      : createDirectStore({ ...ways, bucket: ways[which], overHttp: async () => overHttp() });
  };
  const job: Job = {
    config,
    corpus: bucket(config.corpusBucket, "corpus"),
    state: bucket(config.stateBucket, "state"),
    sender: { send: async (mail) => await sender().send(mail) },
    subscribers: () => listSubscribers(reader(), config),
    quota: () => askQuota(reader()),
    openModel: (model) => createBedrockModel({ model }, bedrock()),
    limits: { ...SMALL_LIMITS, concurrency: 1, ranges: 1 },
    log: () => undefined,
    nonce: options.nonce,
    remainingMs: () => endsAt - clock.now(),
    sleep: async (ms) => clock.advance(ms),
  };
  const life = Promise.withResolvers<Ended>();
  return {
    name,
    async run(request) {
      const ended = await Promise.race([life.promise, endOf(answerRequest(request, job))]);
      wires.cut();
      return ended;
    },
    endTime() {
      endsAt = Math.min(endsAt, clock.now() + LAST_MS);
    },
    die() {
      wires.cut();
      life.resolve({ ended: "died" });
    },
  };
}

/** How the requests of a worker get to the buckets and the mail service directly. */
function waysOf({ name, direct }: WorkerOptions, { goOn, hold }: Wires) {
  return (
    direct && {
      ...direct,
      judge: (request: Parameters<Judging["judge"]>[0]) => direct.judge({ worker: name, ...request }),
      goOn,
      hold,
    }
  );
}

/** The connections of a worker, each opened when it is needed. */
interface Wires {
  open<T extends Client>(make: () => T): () => T;
  /** Ends when nothing is held, or never if they are cut. */
  goOn(): Promise<void>;
  hold<T>(request: Promise<T>): Promise<T>;
  cut(): void;
}

function createWires(): Wires {
  const transports: Transport[] = [];
  let isCut = false;
  let held: Promise<unknown> = Promise.resolve();
  return {
    open: (make) =>
      once(() => {
        const client = make();
        transports.push(openTransport(client));
        return client;
      }),
    async goOn() {
      for (let seen: unknown; seen !== held; await held.catch(() => undefined)) {
        seen = held;
      }
      if (isCut) {
        await new Promise(() => undefined);
      }
    },
    hold(request) {
      held = request;
      return request;
    },
    cut() {
      isCut = true;
      for (const transport of transports) {
        transport.cut();
      }
    },
  };
}

function sesClient(
  { sendAttempts }: WorkerOptions,
  config: NonNullable<Parameters<typeof createSesClient>[0]>,
): SESv2Client {
  return sendAttempts === undefined
    ? createSesClient(config)
    : new SESv2Client({ ...config, maxAttempts: sendAttempts });
}

/** A mistake of the program is no end of an invocation: a mutant that only crashes would count as caught. */
async function endOf(run: Promise<Answer>): Promise<Ended> {
  try {
    return { ended: "returned", result: await run };
  } catch (error) {
    if (error instanceof TypeError || error instanceof ReferenceError) {
      throw new Error("the code under test has a mistake", { cause: error });
    }
    return { ended: "threw", error };
  }
}
