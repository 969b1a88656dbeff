/**
 * Stands in for the packages of event streams in the bundle. The S3 client includes them for one operation,
 * SelectObjectContent, and Bedrock's for two that answer bit by bit; none is ever called here. They take 15 kB of the one and
 * 33 kB of the other.
 */
export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}

export const resolveEventStreamConfig = resolveEventStreamSerdeConfig;

/** Bedrock's client can hold event streams over a web socket. */
export const resolveWebSocketConfig = resolveEventStreamSerdeConfig;

export function eventStreamSerdeProvider(): never {
  throw new Error("cannot read an event stream: the bundle leaves them out, see infra/bundling");
}

export const eventStreamPayloadHandlerProvider = eventStreamSerdeProvider;

export const getEventStreamPlugin = eventStreamSerdeProvider;

export const getWebSocketPlugin = eventStreamSerdeProvider;

export const EventStreamSerde = eventStreamSerdeProvider;
