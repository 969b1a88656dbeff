import { fileURLToPath } from "node:url";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type BundledFunction, bundleFunction } from "./bundle.ts";

/** Any path that exists: what is bundled is decided by the name alone. */
const SOURCE = fileURLToPath(new URL("../functions", import.meta.url));

/**
 * The code of a function as the stack uploads it, the same bundle as in the local runner and the tests
 * (docs/adr/0101-one-bundle-function.md). The hash of its files is the hash of the asset: without a change nothing is uploaded.
 */
export function bundledCode(name: BundledFunction): Code {
  return Code.fromAsset(SOURCE, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry("never-pulled"),
      // CDK takes two assets of one source for the same unless their commands differ.
      command: [name],
      local: {
        tryBundle(outDir) {
          bundleFunction(name, outDir);
          return true;
        },
      },
    },
  });
}
