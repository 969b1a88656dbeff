import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll } from "vitest";
import { LateEdition } from "../../infra/late-edition.ts";
import type { LateEditionProps } from "../../infra/late-edition-props.ts";

/** The two properties without a default. */
export const SENDER_AND_RECIPIENT = { sender: "desk@example.org", recipients: ["you@example.org"] };

/** The context of cdk.json: without its flags, CDK's template differs from the deployed one. */
export const CDK_JSON_CONTEXT: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("../../cdk.json", import.meta.url), "utf8"),
).context;

/** Skips what takes time and does not affect the tests: bundling and asset copying. */
export const QUICK_CONTEXT = {
  ...CDK_JSON_CONTEXT,
  "aws:cdk:bundling-stacks": [],
  "aws:cdk:disable-asset-staging": true,
};

const outdir = mkdtempSync(join(tmpdir(), "late-edition-synth-"));
afterAll(() => {
  rmSync(outdir, { recursive: true, force: true });
});

/** An app with the flags of cdk.json. */
export function createApp(): App {
  return new App({ context: QUICK_CONTEXT, outdir });
}

/** An empty stack of such an app. */
export function createStack(): Stack {
  return new Stack(createApp(), "LateEdition");
}

/** A stack with one digest in it. */
export function createDigest(props: PropsOf = {}): {
  readonly stack: Stack;
  readonly digest: LateEdition;
} {
  const stack = createStack();
  const own = typeof props === "function" ? props(stack) : props;
  return { stack, digest: new LateEdition(stack, "Digest", { ...SENDER_AND_RECIPIENT, ...own }) };
}

/** Properties, or a function that creates them in their stack. */
export type PropsOf = Partial<LateEditionProps> | ((stack: Stack) => Partial<LateEditionProps>);

/** The template of a stack with one digest in it. */
export function synthesize(props: PropsOf = {}): Template {
  return Template.fromStack(createDigest(props).stack);
}
