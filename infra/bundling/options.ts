import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild";
import { foldSchemaKeys } from "./fold-schema-keys.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** How any module becomes one file for Lambda's Node 24. */
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
 * How the digest function is bundled. The AWS SDK is in it: the one of the Lambda runtime changes without a deployment
 * and loads more slowly; what this function never calls is left out. The source map carries positions, not sources:
 * half the size, and a stack trace names file and line all the same.
 */
export const BUNDLE_OPTIONS = {
  ...PLAIN_OPTIONS,
  entryPoints: ["functions/digest/handler.ts"],
  charset: "utf8",
  legalComments: "none",
  sourcemap: true,
  sourcesContent: false,
  alias: {
    "@aws-sdk/credential-provider-node": "./infra/bundling/environment-credentials.ts",
    "@smithy/core/event-streams": "./infra/bundling/no-event-streams.ts",
  },
  plugins: [foldSchemaKeys],
} satisfies BuildOptions;
