import { SESv2Client } from "@aws-sdk/client-sesv2";
import { readConfig } from "../../functions/digest/config.ts";
import { askQuota } from "../../functions/digest/delivery/quota.ts";
import { createSesClient, createSesReader, createSesSender } from "../../functions/digest/delivery/ses.ts";
import { listSubscribers } from "../../functions/digest/delivery/subscribers.ts";
import { createBedrockClient, createBedrockModel } from "../../functions/digest/model/bedrock.ts";
import type { Job } from "../../functions/digest/run/job.ts";
import type { RunRequest } from "../../functions/digest/run/request.ts";
import type { RunResult } from "../../functions/digest/run/result.ts";
import { runDigest } from "../../functions/digest/run/run.ts";
import { createS3Client } from "../../functions/digest/store/s3-client.ts";
import { createS3Store } from "../../functions/digest/store/s3-store.ts";
import type { Clock } from "./clock.ts";
import { openTransport } from "./transport.ts";

/** How long a worker lives. */
export const LIFE_MS = 60_000;

/** Less than it takes to start an email. */
const LAST_MS = 500;

export interface WorkerOptions {
  /** Its access key, by which the servers identify it. */
  readonly name: string;
  readonly s3: string;
  readonly ses: string;
  readonly bedrock: string;
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string>>;
  /** SDK attempts at one SendEmail, to override the code's own choice. */
  readonly sendAttempts?: number;
  nonce(): string;
}

/** How an invocation ended. */
export type Ended =
  | { readonly ended: "returned"; readonly result: RunResult }
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
  const credentials = { accessKeyId: name, secretAccessKey: "local" };
  const s3 = createS3Client({ endpoint: options.s3, forcePathStyle: true, credentials });
  const mail = { endpoint: options.ses, credentials };
  const ses = sesClient(options, mail);
  const reader = createSesReader(mail);
  const bedrock = createBedrockClient({ endpoint: options.bedrock, region: "eu-central-1", credentials });
  const config = readConfig(options.environment);
  const job: Job = {
    config,
    corpus: createS3Store(s3, config.corpusBucket),
    state: createS3Store(s3, config.stateBucket),
    sender: createSesSender(ses, config),
    subscribers: () => listSubscribers(reader, config),
    quota: () => askQuota(reader),
    openModel: (model) => createBedrockModel({ model }, bedrock),
    limits: {
      partEntries: 4,
      packBytes: 2_000,
      concurrency: 1,
      ranges: 1,
      moves: 100,
      stretches: { min: 2, max: 4 },
    },
    log: () => undefined,
    nonce: options.nonce,
    remainingMs: () => endsAt - clock.now(),
    sleep: async (ms) => clock.advance(ms),
  };
  const cut = () => {
    for (const transport of transports) {
      transport.cut();
    }
  };
  const life = Promise.withResolvers<Ended>();
  const transports = [s3, ses, reader, bedrock].map(openTransport);
  return {
    name,
    async run(request) {
      await Promise.all(transports.map((transport) => transport.hurry()));
      const ended = await Promise.race([life.promise, endOf(runDigest(request, job))]);
      cut();
      return ended;
    },
    endTime() {
      endsAt = Math.min(endsAt, clock.now() + LAST_MS);
    },
    die() {
      cut();
      life.resolve({ ended: "died" });
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
async function endOf(run: Promise<RunResult>): Promise<Ended> {
  try {
    return { ended: "returned", result: await run };
  } catch (error) {
    if (error instanceof TypeError || error instanceof ReferenceError) {
      throw new Error("the code under test has a mistake", { cause: error });
    }
    return { ended: "threw", error };
  }
}
