import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";
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

/**
 * How the digest function is bundled. The AWS SDK is included, because the Lambda runtime's copy changes
 * without a deployment and loads more slowly; parts that this function never calls are left out. The source map
 * carries positions, not sources: half the size, and stack traces still name file and line.
 */
export const BUNDLE_OPTIONS = {
  ...PLAIN_OPTIONS,
  entryPoints: ["functions/digest/handler.ts"],
  charset: "utf8",
  legalComments: "none",
  sourcemap: true,
  sourcesContent: false,
  keepNames: true,
  alias: {
    "@aws-sdk/credential-provider-node": "./infra/bundling/environment-credentials.ts",
    "@smithy/core/event-streams": "./infra/bundling/no-event-streams.ts",
  },
  plugins: [foldSchemaKeys, cutSdk, onlyTheLexer],
} satisfies BuildOptions;
