import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { ClosingLine } from "./test/support/closing-line.ts";
import { PURE_ROOMS } from "./test/support/rooms.ts";

/** Only the contract suite on an outside endpoint uses the credentials and the region of the caller. */
const LOCAL_CREDENTIALS = { AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };

const HOUSE = "test/functions/digest";

/** The layers of the tests, from the purest to the slowest; each file belongs to one of them. */
export const LAYERS = {
  /** Values in, values out: the pure rooms, the contracts, templates, documents, benches. */
  unit: [
    `${HOUSE}/{${PURE_ROOMS.join(",")}}/**/*.test.ts`,
    `${HOUSE}/*.test.ts`,
    "test/*.test.ts",
    "test/{bench,seeds,templates}/**/*.test.ts",
  ],
  /** Every driver of the store port. */
  contract: [`${HOUSE}/{store,access,snapshot}/**/*.test.ts`, "test/local/{stores,s3}/**/*.test.ts"],
  /** The job, and the tools, on the local cloud. */
  local: [
    `${HOUSE}/{model,scan,delivery,feedback,run,archive}/**/*.test.ts`,
    "test/functions/archive/**/*.test.ts",
    "test/local/{*,bedrock/**,compare/**,inbox/**,preview/**,reader/**,ses/**}.test.ts",
    "test/end-to-end/**/*.test.ts",
  ],
  /** S3 servers that are not ours, where .ci/run has installed them; elsewhere skipped. */
  foreign: ["test/foreign/**/*.test.ts"],
  /** The CDK stack. The package that holds it is in `vitest.proof.config.ts`: it takes a minute to make. */
  stack: ["test/infra/**/*.test.ts"],
  /** The short part of the proof; `npm run test:proof` runs the long one. */
  proof: ["test/proof/**/*.test.ts"],
} as const;

/** The layers whose tests compute for seconds at most, so that one that takes longer is a fault. */
const QUICK: readonly string[] = ["unit", "contract"];
const PATIENT_MS = 180_000;

/** CDK looks through each template for properties that CloudFormation does not know, which takes half of the time: `invariants.test.ts` lets it. */
const STACK_ENV = { CDK_VALIDATION: "false" };

const projects: TestProjectConfiguration[] = Object.entries(LAYERS).map(([name, include]) => ({
  extends: true,
  test: {
    name,
    include: [...include],
    // One environment for all files saves loading and compiling the modules again and again.
    isolate: false,
    ...(name === "stack" && { env: STACK_ENV }),
    // Whole runs, processes and servers: on a machine that others use too, each takes many times as long.
    ...(!QUICK.includes(name) && { testTimeout: PATIENT_MS, hookTimeout: PATIENT_MS }),
  },
}));

/** A server signs for its own region and refuses requests for another. */
export function contractRegion(env: Readonly<Record<string, string | undefined>>): string {
  return env.S3_CONTRACT_REGION ?? env.AWS_REGION ?? "eu-central-1";
}

export default defineConfig({
  test: {
    projects,
    // Node imports the modules itself, as the commands and the benches do: no test mocks one.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // All cores compute already: threads that help to collect garbage would wait for each other.
    execArgv: ["--single-threaded-gc"],
    // All cores: Vitest leaves one idle, which is half of a small machine.
    maxWorkers: "100%",
    globalSetup: ["test/support/global-setup.ts"],
    env: {
      TZ: "UTC",
      AWS_REGION: "eu-central-1",
      S3_CONTRACT_REGION: contractRegion(process.env),
      ...(process.env.S3_CONTRACT_ENDPOINT === undefined && LOCAL_CREDENTIALS),
    },
    testTimeout: 30_000,
    reporters: ["default", new ClosingLine()],
    coverage: {
      provider: "v8",
      include: ["functions/**/*.ts", "infra/**/*.ts"],
      reporter: ["text-summary", "html"],
    },
  },
});
