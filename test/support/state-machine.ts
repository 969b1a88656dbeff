import * as v from "valibot";

/**
 * Walks a state machine in the Amazon States Language (states-language.net/spec.html) as Step Functions would,
 * with the Lambda and the bucket of a test. It supports what our machine uses and refuses every other field by
 * name, so that nothing in a passing machine was ignored.
 */
export async function walk(definition: string, input: unknown, world: World): Promise<unknown> {
  return await walkStates(v.parse(StatesSchema, JSON.parse(definition)), input, world);
}

/** What the machine can reach. */
export interface World {
  /** Invokes the function, whichever one the state names. */
  invoke(payload: unknown): Promise<unknown>;
  /** The text of an object in the bucket that the item reader names. */
  readObject(key: string): Promise<string>;
  /** Called with the name of each state that is entered. */
  entered?(state: string): void;
}

const RetrySchema = v.array(
  v.strictObject({
    ErrorEquals: v.array(v.string()),
    IntervalSeconds: v.number(),
    MaxAttempts: v.number(),
    BackoffRate: v.number(),
    MaxDelaySeconds: v.optional(v.number()),
    JitterStrategy: v.optional(v.literal("FULL")),
  }),
);

const NextSchema = { Next: v.optional(v.string()), End: v.optional(v.literal(true)) };

const TaskSchema = v.strictObject({
  Type: v.literal("Task"),
  Comment: v.optional(v.string()),
  Resource: v.pipe(v.string(), v.endsWith(":states:::lambda:invoke")),
  Parameters: v.strictObject({ FunctionName: v.string(), Payload: v.record(v.string(), v.unknown()) }),
  Retry: v.optional(RetrySchema),
  OutputPath: v.optional(v.literal("$.Payload"), "$.Payload"),
  ...NextSchema,
});

const ChoiceSchema = v.strictObject({
  Type: v.literal("Choice"),
  Comment: v.optional(v.string()),
  Choices: v.array(v.strictObject({ Variable: v.string(), StringEquals: v.string(), Next: v.string() })),
  Default: v.string(),
});

const MapSchema = v.strictObject({
  Type: v.literal("Map"),
  Comment: v.optional(v.string()),
  Label: v.string(),
  ItemProcessor: v.strictObject({
    ProcessorConfig: v.strictObject({ Mode: v.literal("DISTRIBUTED"), ExecutionType: v.literal("STANDARD") }),
    StartAt: v.string(),
    States: v.record(v.string(), v.unknown()),
  }),
  ItemReader: v.strictObject({
    Resource: v.pipe(v.string(), v.endsWith(":states:::s3:getObject")),
    ReaderConfig: v.strictObject({ InputType: v.literal("JSONL") }),
    Parameters: v.strictObject({ Bucket: v.string(), "Key.$": v.string() }),
  }),
  ItemBatcher: v.strictObject({
    MaxItemsPerBatch: v.number(),
    BatchInput: v.record(v.string(), v.unknown()),
  }),
  MaxConcurrency: v.number(),
  ToleratedFailurePercentage: v.optional(v.literal(0)),
  ResultPath: v.null(),
  ...NextSchema,
});

const StateSchema = v.variant("Type", [
  TaskSchema,
  ChoiceSchema,
  MapSchema,
  v.strictObject({ Type: v.literal("Succeed"), Comment: v.optional(v.string()) }),
]);

const StatesSchema = v.strictObject({
  StartAt: v.string(),
  States: v.record(v.string(), v.unknown()),
  Comment: v.optional(v.string()),
  TimeoutSeconds: v.optional(v.number()),
});

type State = v.InferOutput<typeof StateSchema>;
type States = Pick<v.InferOutput<typeof StatesSchema>, "StartAt" | "States">;

/** More steps than this are a loop. */
const MAX_STEPS = 1_000;

async function walkStates(states: States, input: unknown, walk: World): Promise<unknown> {
  let name: string | undefined = states.StartAt;
  let value = input;
  for (let steps = 0; name !== undefined; steps++) {
    if (steps === MAX_STEPS) {
      throw new Error(`the machine did not end within ${MAX_STEPS} steps; the last was ${name}`);
    }
    walk.entered?.(name);
    const state: State = v.parse(StateSchema, states.States[name]);
    value = await enter(state, value, walk);
    name = next(state, value);
  }
  return value;
}

function next(state: State, value: unknown): string | undefined {
  switch (state.Type) {
    case "Succeed":
      return undefined;
    case "Choice":
      return (
        state.Choices.find((choice) => at(choice.Variable, value) === choice.StringEquals)?.Next ??
        state.Default
      );
    case "Task":
    case "Map":
      return state.Next;
    default:
      return state satisfies never;
  }
}

async function enter(state: State, value: unknown, walk: World): Promise<unknown> {
  switch (state.Type) {
    case "Task":
      return await walk.invoke(fill(state.Parameters.Payload, value));
    case "Map":
      await runMap(state, value, walk);
      return value;
    case "Succeed":
    case "Choice":
      return value;
    default:
      return state satisfies never;
  }
}

async function runMap(state: v.InferOutput<typeof MapSchema>, value: unknown, walk: World): Promise<void> {
  const key = v.parse(v.string(), at(state.ItemReader.Parameters["Key.$"], value));
  const lines = (await walk.readObject(key)).split("\n").filter((line) => line !== "");
  const items = lines.map((line): unknown => JSON.parse(line));
  const size = state.ItemBatcher.MaxItemsPerBatch;
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, i) => ({
    BatchInput: fill(state.ItemBatcher.BatchInput, value),
    Items: items.slice(i * size, (i + 1) * size),
  }));
  await Promise.all(batches.map(async (batch) => await walkStates(state.ItemProcessor, batch, walk)));
}

/** A payload template: a name that ends with `.$` takes its value from a path, everything else is literal. */
function fill(template: Readonly<Record<string, unknown>>, value: unknown): Record<string, unknown> {
  const filled = Object.entries(template).map(([name, content]): [string, unknown] =>
    name.endsWith(".$") ? [name.slice(0, -2), at(v.parse(v.string(), content), value)] : [name, content],
  );
  return Object.fromEntries(filled);
}

/** The value at a reference path such as `$.work`; a path without a value fails, as in Step Functions. */
function at(path: string, value: unknown): unknown {
  if (!/^\$(\.\w+)*$/.test(path)) {
    throw new Error(`cannot follow the path ${path}: the walker supports only $ and $.name`);
  }
  return path.split(".").slice(1).reduce(step(path), value);
}

function step(path: string): (value: unknown, name: string) => unknown {
  return (value, name) => {
    const fields = v.parse(v.record(v.string(), v.unknown()), value);
    if (!(name in fields)) {
      throw new Error(`the path ${path} has no value in ${JSON.stringify(value)}`);
    }
    return fields[name];
  };
}
