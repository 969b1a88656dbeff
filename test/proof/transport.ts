import type { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SESv2Client } from "@aws-sdk/client-sesv2";

/** The connection of an SDK client to its server. */
export interface Transport {
  /** Makes the SDK retry at once instead of waiting: the same attempts, in less time. */
  hurry(): Promise<void>;
  /** From now on nothing goes through, and pending requests wait for ever, as in a dead process. */
  cut(): void;
}

/** Puts a switch between the client and its connections. */
export function openTransport({ config }: S3Client | SESv2Client | BedrockRuntimeClient): Transport {
  // The servers use the time of the case. The SDK would blame any error on the difference from this machine's clock,
  // and retry.
  config.disableClockSkewCorrection = async () => true;
  const { requestHandler } = config;
  const handle = requestHandler.handle.bind(requestHandler);
  let isCut = false;
  requestHandler.handle = async (...request: Parameters<typeof handle>) => {
    if (isCut) {
      await new Promise(() => undefined);
    }
    try {
      return await handle(...request);
    } catch (error) {
      if (isCut) {
        await new Promise(() => undefined);
      }
      throw error;
    }
  };
  return {
    async hurry() {
      const strategy = await config.retryStrategy();
      if (!("retryBackoffStrategy" in strategy)) {
        throw new Error("cannot hurry the SDK: its retry strategy has no retryBackoffStrategy");
      }
      strategy.retryBackoffStrategy = { setDelayBase: () => undefined, computeNextBackoffDelay: () => 0 };
    },
    cut() {
      isCut = true;
      requestHandler.destroy?.();
    },
  };
}
