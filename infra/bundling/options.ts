import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";
import type { BundledFunction } from "../bundle.ts";
import { chunkOfItsOwn } from "./chunk-of-its-own.ts";
import { cutSdk } from "./cut-sdk.ts";
import { foldSchemaKeys } from "./fold-schema-keys.ts";
import { onlyTheLexer } from "./only-the-lexer.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles any module into one file for Node 24 on Lambda. */
export const PLAIN_OPTIONS = {
  absWorkingDir: ROOT,
  outfile: "index.mjs",
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  minify: true,
  logLevel: "warning",
} as const satisfies BuildOptions;

const CREDENTIALS = {
  "@aws-sdk/credential-provider-node": "./infra/bundling/environment-credentials.ts",
};

const NO_EVENT_STREAMS = Object.fromEntries(
  [
    "@smithy/core/event-streams",
    "@aws-sdk/eventstream-handler-node",
    "@aws-sdk/middleware-eventstream",
    "@aws-sdk/middleware-websocket",
  ].map((name) => [name, "./infra/bundling/no-event-streams.ts"]),
);

/**
 * How the functions are bundled. The AWS SDK is included, because the Lambda runtime's copy changes
 * without a deployment and loads more slowly; parts that they never call are left out. The source map
 * carries positions and names, not sources: half the size, and stack traces still name function, file and line. The names need
 * not be kept in the code too, which took 92 kB: our errors set their own.
 */
const READING_OPTIONS = {
  ...PLAIN_OPTIONS,
  charset: "utf8",
  legalComments: "none",
  sourcemap: true,
  sourcesContent: false,
  alias: { ...CREDENTIALS, ...NO_EVENT_STREAMS },
  plugins: [foldSchemaKeys, cutSdk, onlyTheLexer],
} satisfies BuildOptions;

/** Only a run that asks a model reads this file; see functions/digest/run/run.ts. */
const MODEL = { module: "functions/digest/run/summaries/with-model-summaries.ts", file: "model.mjs" };

/** The files of each function by its name; the first is the module with the handler. */
export const BUNDLES = {
  digest: [
    {
      ...READING_OPTIONS,
      entryPoints: ["functions/digest/handler.ts"],
      plugins: [...READING_OPTIONS.plugins, chunkOfItsOwn(/[\\/]with-model-summaries\.ts$/, MODEL.file)],
    },
    // Whatever it throws is a sentence that says where: a map would only be carried along.
    { ...READING_OPTIONS, entryPoints: [MODEL.module], outfile: MODEL.file, sourcemap: false },
  ],
  archive: [{ ...READING_OPTIONS, entryPoints: ["functions/archive/handler.ts"] }],
  // Runs at a deployment and when a key is replaced. Nothing is cut from the SDK: it signs as no other function does.
  "key-keeper": [
    {
      ...PLAIN_OPTIONS,
      entryPoints: ["infra/archive/key-keeper.ts"],
      legalComments: "none",
      alias: CREDENTIALS,
    },
  ],
} satisfies Readonly<Record<BundledFunction, readonly [BuildOptions, ...BuildOptions[]]>>;
