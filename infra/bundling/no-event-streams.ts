/**
 * Stands in for `@smithy/core/event-streams` in the bundle. The S3 client brings the event streams of its one operation
 * that answers with one, SelectObjectContent, which nobody here calls; they take 15 kB.
 */
export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}

export function eventStreamSerdeProvider(): never {
  throw new Error("cannot read an event stream: the bundle is made without them, see infra/bundling");
}

export const EventStreamSerde = eventStreamSerdeProvider;
