import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";
import type { BundledFunction } from "../bundle.ts";
import { cutSdk } from "./cut-sdk.ts";
import { foldSchemaKeys } from "./fold-schema-keys.ts";
import { onlyTheLexer } from "./only-the-lexer.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles modules for Node 24 on Lambda. */
export const PLAIN_OPTIONS = {
  absWorkingDir: ROOT,
  outdir: ".",
  outExtension: { ".js": ".mjs" },
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

/** How each function is bundled: into `index.mjs`, which has the handler, and what that imports. */
export const BUNDLES = {
  // In parts, cut where the code says import(): most invocations find nothing to do, and load a fifth of it (ADR 106).
  digest: {
    ...READING_OPTIONS,
    entryPoints: { index: "functions/digest/handler.ts" },
    splitting: true,
    chunkNames: "[name]-[hash]",
  },
  archive: { ...READING_OPTIONS, entryPoints: { index: "functions/archive/handler.ts" } },
  // Runs at a deployment and when a key is replaced. Nothing is cut from the SDK: it signs as no other function does.
  "key-keeper": {
    ...PLAIN_OPTIONS,
    entryPoints: { index: "infra/archive/key-keeper.ts" },
    legalComments: "none",
    alias: CREDENTIALS,
  },
} satisfies Readonly<Record<BundledFunction, BuildOptions>>;
