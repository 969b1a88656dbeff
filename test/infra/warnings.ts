import type { LateEditionProps } from "../../infra/late-edition-props.ts";
import { createDigest } from "./synthesize.ts";

/** The warnings shown at synth; read from the constructs, so that tests print none. */
export function warningsOf(props: Partial<LateEditionProps>): string[] {
  return createDigest(props)
    .stack.node.findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === "aws:cdk:warning")
    .map(({ data }) => String(data));
}
