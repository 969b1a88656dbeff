import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Loader, Plugin } from "esbuild";

/** Files of the SDK that are bundled in part, and why what is cut is never missed. */
const CUTS: readonly {
  readonly file: RegExp;
  readonly loader: Loader;
  readonly cut: (source: string, path: string) => string;
}[] = [
  // The clients read the version, for their user agent; the rest of the manifest would be bundled as it is: 4 kB.
  {
    file: /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]package\.json$/,
    loader: "json",
    cut: (source) => JSON.stringify({ version: JSON.parse(source).version }),
  },
  // Hashes in JavaScript, for a Node without `node:crypto`, which Lambda has: 8 kB.
  {
    file: /[\\/](?:Sha1|Sha256|Md5)Js\.js$/,
    loader: "js",
    cut: (_, path) => `export const ${basename(path, ".js")} = undefined;`,
  },
  // Buckets in several regions at once are signed for with a package that is not installed; all others in the usual way: 3 kB.
  {
    file: /[\\/]signature-v4-multi-region[\\/]dist-es[\\/]SignatureV4MultiRegion\.js$/,
    loader: "js",
    cut: () => `import { SignatureV4SignWithCredentials } from "./SignatureV4SignWithCredentials";
      export class SignatureV4MultiRegion extends SignatureV4SignWithCredentials {
        static sigv4aDependency() { return "none"; }
      }`,
  },
  // Endpoints depend on the names of regions, not on what a person calls them: 2 kB.
  {
    file: /[\\/]util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/,
    loader: "js",
    cut: (source) => source.replaceAll(/"description": "[^"\\]*"/g, ""),
  },
  // What a browser would tell of itself, with the package that reads it: 34 kB.
  {
    file: /[\\/]util-user-agent-browser[\\/]createUserAgentStringParsingProvider\.js$/,
    loader: "js",
    cut: () => "export const createUserAgentStringParsingProvider = undefined;",
  },
  // Bedrock's client would speak HTTP/2; ours gives it another handler: 9 kB.
  {
    file: /[\\/]node-http-handler[\\/]dist-es[\\/]node-http2-handler\.js$/,
    loader: "js",
    cut: () => "export class NodeHttp2Handler { static create(handler) { return handler; } }",
  },
  // Bedrock's client would look for a token of single sign-on after that in the environment, which stays: 60 kB.
  {
    file: /[\\/]token-providers[\\/]dist-es[\\/]fromSso\.js$/,
    loader: "js",
    cut: () => `export const fromSso = () => async () => {
      throw new Error("cannot read a token of single sign-on: the bundle leaves it out, see infra/bundling");
    };`,
  },
];

/** Leaves out of the SDK what its modules hold but the function never uses; see also ./fold-schema-keys.ts. */
export const cutSdk: Plugin = {
  name: "cut-sdk",
  setup({ onLoad }) {
    for (const { file, loader, cut } of CUTS) {
      onLoad({ filter: file }, ({ path }) => ({ contents: cut(readFileSync(path, "utf8"), path), loader }));
    }
  },
};
