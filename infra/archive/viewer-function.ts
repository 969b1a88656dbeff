import { readFileSync } from "node:fs";
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  type KeyValueStore,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import type { ArchiveAccess } from "./archive.ts";

const SOURCE = new URL("viewer.js", import.meta.url);

/** CloudFront takes 10 kB of code (CloudFront developer guide, "Quotas on CloudFront Functions"). */
const MAX_CODE_BYTES = 10_240;

/** CloudFront's function that decides who may read; it looks keys up in the store, which a public archive does not have. */
export function createViewer(
  scope: Construct,
  access: ArchiveAccess,
  keyValueStore: KeyValueStore | undefined,
): EdgeFunction {
  return new EdgeFunction(scope, "Viewer", {
    comment: "Decides who may read the archive",
    code: FunctionCode.fromInline(viewerCode(access)),
    runtime: FunctionRuntime.JS_2_0,
    ...(keyValueStore && { keyValueStore }),
  });
}

/**
 * The code of the function for one kind of access, without its comments.
 *
 * @throws {Error} if CloudFront would not take it.
 */
export function viewerCode(access: ArchiveAccess): string {
  const code = readFileSync(SOURCE, "utf8")
    .replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, "")
    .replace('const ACCESS = "ACCESS";', `const ACCESS = "${access}";`);
  if (Buffer.byteLength(code) > MAX_CODE_BYTES) {
    throw new Error(
      `infra/archive/viewer.js is too long for CloudFront, which takes ${MAX_CODE_BYTES} bytes: shorten it`,
    );
  }
  return code;
}
