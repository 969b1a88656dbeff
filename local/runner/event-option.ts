import { readFileSync } from "node:fs";
import { isTooFarAhead, parseSlot, toSlot } from "../../functions/digest/slot.ts";
import { UsageError } from "./usage.ts";

/** Options that stand for a field of the event. */
const OF_THE_EVENT = {
  at: "slot",
  "allow-future": "allowFuture",
  "accept-removals": "acceptRemovals",
} as const;

interface EventValues {
  readonly event?: string | undefined;
  readonly at?: string | undefined;
  readonly "allow-future"?: boolean | undefined;
  readonly "accept-removals"?: boolean | undefined;
}

/** The event of a digest: of a file, or scheduled for a slot, by default now. Throws {@link UsageError}. */
export function digestEvent(values: EventValues, now: Date): unknown {
  if (values.event === undefined) {
    return scheduledEvent(values, now);
  }
  for (const [name, field] of Object.entries(OF_THE_EVENT)) {
    if (values[name as keyof typeof OF_THE_EVENT] !== undefined) {
      throw new UsageError(`--${name} and --event cannot be combined: the event has ${field}`);
    }
  }
  return readEvent(values.event);
}

function scheduledEvent(values: EventValues, now: Date): unknown {
  const { at, "allow-future": allowFuture = false, "accept-removals": acceptsAll = false } = values;
  const slot = at === undefined ? toSlot(now) : parseSlot(at);
  if (slot === undefined) {
    throw new UsageError(`--at is "${at}": expected an ISO time with a zone, such as 2026-11-20T07:00:00Z`);
  }
  if (!allowFuture && isTooFarAhead(slot, now)) {
    throw new UsageError(
      `--at is "${at}", more than a day ahead of now: until then, every other run would be "already done"; correct it, or, if you mean it, add --allow-future`,
    );
  }
  return {
    mode: "scheduled",
    slot,
    ...(allowFuture && { allowFuture }),
    ...(acceptsAll && { acceptRemovals: [""] }),
  };
}

/** The event in a file. Throws {@link UsageError}. */
export function readEvent(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new UsageError(`cannot read the event file ${file}: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) {
    return String(cause);
  }
  return "code" in cause && cause.code === "ENOENT"
    ? "it does not exist"
    : (cause.message.split("\n")[0] ?? "");
}
