import type { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SESv2Client } from "@aws-sdk/client-sesv2";

export type Client = S3Client | SESv2Client | BedrockRuntimeClient;

/** The connection of an SDK client to its server. */
export interface Transport {
  /** From now on nothing goes through, and pending requests wait for ever, as in a dead process. */
  cut(): void;
}

/** Puts a switch between the client and its connections, and makes it retry at once instead of waiting: the same attempts, in less time. */
export function openTransport({ config }: Client): Transport {
  hurry(config);
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
    cut() {
      isCut = true;
      requestHandler.destroy?.();
    },
  };
}

function hurry(config: Client["config"]): void {
  const { retryStrategy } = config;
  config.retryStrategy = async () => {
    const strategy = await retryStrategy();
    if (!("retryBackoffStrategy" in strategy)) {
      throw new Error("cannot hurry the SDK: its retry strategy has no retryBackoffStrategy");
    }
    strategy.retryBackoffStrategy = { setDelayBase: () => undefined, computeNextBackoffDelay: () => 0 };
    return strategy;
  };
}
