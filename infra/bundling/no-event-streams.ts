/**
 * Stands in for `@smithy/core/event-streams` in the bundle. The S3 client includes event streams for one
 * operation, SelectObjectContent, which is never called here; they take 15 kB.
 */
export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}

export function eventStreamSerdeProvider(): never {
  throw new Error("cannot read an event stream: the bundle leaves them out, see infra/bundling");
}

export const EventStreamSerde = eventStreamSerdeProvider;
