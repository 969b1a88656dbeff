import * as v from "valibot";
import type { Listener } from "./run-locally.ts";

/** Where progress is written: standard error or similar. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress extends Listener {
  /** Clears the line before other output. */
  clear(): void;
}

const ERASE_LINE = "\r\u001b[2K";
/** Without a terminal, the same step is reported at most this often. */
const SAME_STEP_MS = 1_000;

const LogLineSchema = v.objectWithRest({ message: v.string() }, v.unknown());
/** Log fields that mean nothing to a waiting user. */
const HIDDEN = new Set([
  ...["level", "timestamp", "service", "cold_start", "sampling_rate", "xray_trace_id", "runId", "slot"],
  ...["function_arn", "function_memory_size", "function_name", "function_request_id", "tenant_id"],
]);

/** Shows progress: one changing line on a terminal, plain lines elsewhere. */
export function createProgress(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): Progress {
  const last = { step: "", at: Number.NEGATIVE_INFINITY };
  const show = (step: string, text: string) => {
    if (stream.isTTY === true) {
      stream.write(`${ERASE_LINE}${text.slice(0, (stream.columns ?? 80) - 1)}`);
      return;
    }
    if (step !== last.step || now() - last.at >= SAME_STEP_MS) {
      stream.write(`${text}\n`);
      last.step = step;
      last.at = now();
    }
  };
  return {
    onLog(line) {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), LogLineSchema), line);
      if (parsed.success) {
        show(parsed.output.message, describe(parsed.output));
      }
    },
    // The same sentence with a different figure is the same step.
    onNote: (sentence) => show(sentence.replaceAll(/\d+/g, ""), sentence),
    clear: () => stream.isTTY === true && stream.write(ERASE_LINE),
  };
}

function describe({
  message,
  ...figures
}: {
  readonly message: string;
  readonly [name: string]: unknown;
}): string {
  const told = Object.entries(figures)
    .filter(([name, value]) => !HIDDEN.has(name) && value !== 0)
    .map(([name, value]) => `${name} ${value}`);
  return told.length === 0 ? message : `${message}: ${told.join(", ")}`;
}
