import { CHECKPOINT_KEY } from "../../../functions/digest/keys.ts";
import type { RunRequest } from "../../../functions/digest/run/request.ts";
import { readHead } from "../../../functions/digest/snapshot/head.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import type { Ended } from "../world/worker.ts";

/**
 * Whether a resume run that says that nothing is left is right. Later runs of a slot finish what it overlooked, so that the end of a case does
 * not show it. To be asked where no other worker was about.
 */
export async function judgeAnswer(
  { mode }: RunRequest,
  ended: Ended,
  state: LocalStore,
): Promise<readonly string[]> {
  const isDone = ended.ended === "returned" && ended.result.outcome === "already done";
  const left = mode === "resume" && isDone ? await leftIn(state) : [];
  return left.map((what) => `a resume run says that nothing is left, although ${what}`);
}

/** What a resume run has to finish: editions that are due, and the checkpoint of the edition after the head. */
export async function leftIn(state: LocalStore): Promise<readonly string[]> {
  const found = await readHead(state);
  const head = found.state === "current" ? found.head : { due: [], slot: "", snapshot: null };
  const stored = await state.read(CHECKPOINT_KEY);
  const checkpoint = stored && JSON.parse(Buffer.from(stored.bytes).toString("utf8"));
  const isOpen =
    checkpoint?.state === "open" && checkpoint.parent === head.snapshot && checkpoint.slot > head.slot;
  return [
    ...head.due.map(({ slot }) => `slot ${slot} is due`),
    ...(isOpen ? [`slot ${checkpoint.slot} is begun`] : []),
  ];
}
