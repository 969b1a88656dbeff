import type {
  HeadLook,
  ModelAnswer,
  ModelClaim,
  ModelDue,
  ModelEffect,
  ModelHead,
  ModelInvocation,
  ModelMutant,
  ModelSettings,
} from "./effects.ts";

/**
 * The protocol of run.ts, commit.ts and delivery/ in small, for the exhaustive search of test/proof/model/search.ts: the same
 * reads and writes in the same order, with one recipient, and of each object only what the protocol looks at. It is not
 * part of the bundle; test/proof/model/model.test.ts holds its sequence of effects to that of the real code.
 */
export type ModelProgram = Generator<ModelEffect, void, ModelAnswer>;

/** What one invocation does, step by step. An answer that is lost twice ends it, as an error does. */
export function* invocation(call: ModelInvocation, settings: ModelSettings): ModelProgram {
  const worker: Worker = {
    ...call,
    is: (mutant) => settings.mutant === mutant,
    settings,
    nonces: { count: 0 },
  };
  // answer.ts: the quick look of a resume run; carry-out.ts: the time by which a slot is refused. Both go by nothing that was read before.
  const first = yield* readHead(call.slot === "resume" ? "due" : "time");
  if (call.slot === "resume" && first.due.length === 0) {
    return;
  }
  const before = yield* readHead(call.slot === "resume" ? "due" : "all");
  yield* deliverAll(before.due, worker);
  if (call.slot === "resume") {
    return;
  }
  const head = before.due.length > 0 ? yield* readHead() : before;
  if (call.slot > head.slot) {
    yield* runSlot(call.slot, head, worker);
  }
}

interface Worker extends ModelInvocation {
  readonly settings: ModelSettings;
  readonly nonces: { count: number };
  is(mutant: ModelMutant): boolean;
}

function nonce({ id, nonces }: Worker): string {
  nonces.count += 1;
  return `${id}.${nonces.count}`;
}

class LostError extends Error {}

/** As the SDK of S3 does it: an answer that is lost is asked for once more. */
function* ask(effect: ModelEffect): Generator<ModelEffect, Exclude<ModelAnswer, "lost">, ModelAnswer> {
  const answer = yield effect;
  const again = answer === "lost" ? yield effect : answer;
  if (again === "lost") {
    throw new LostError(effect.effect);
  }
  return again;
}

type Step<T> = Generator<ModelEffect, T, ModelAnswer>;

/** `look`: what of it the reader goes by, so that the search knows which worlds are the same to it. */
function* readHead(look: HeadLook = "all"): Step<ModelHead> {
  const answer = yield* ask({ effect: "read head", look });
  if (typeof answer === "object" && "head" in answer) {
    return answer.head;
  }
  throw new LostError("no head");
}

/** run.ts: makes the edition, commits, delivers. */
function* runSlot(slot: number, start: ModelHead, worker: Worker): Step<void> {
  const run = worker.id;
  const own = { slot, run };
  const isEarly = worker.is("committed before the edition is stored");
  if (!isEarly) {
    yield* store(own, start);
  }
  if (worker.is("sent before the commit")) {
    yield* deliver(own, worker);
  }
  if (!(yield* commit(own, start, worker))) {
    yield* ask({ effect: "retire run", run });
    return;
  }
  if (isEarly) {
    yield* store(own, start);
  }
  yield* deliverAll([own], worker);
}

function* store({ slot, run }: ModelDue, { snapshot }: ModelHead): Step<void> {
  yield* ask({ effect: "store edition", run });
  yield* ask({ effect: "store snapshot", run, slot, parent: snapshot });
}

/** commit.ts: the snapshot moves on and the edition becomes due, in one write. */
function* commit(own: ModelDue, start: ModelHead, worker: Worker): Step<boolean> {
  let head = start;
  for (;;) {
    const { slot, run } = own;
    const next = { nonce: nonce(worker), slot, snapshot: run, due: [...head.due, own] };
    if (
      yield* writeHead(next, worker.is("head written without condition") ? undefined : head.nonce, worker)
    ) {
      return true;
    }
    const found = yield* readHead();
    if (found.snapshot !== start.snapshot) {
      return !isBlind(worker) && (yield* isParent(run, found));
    }
    head = found;
  }
}

function isBlind(worker: Worker): boolean {
  return worker.is("own commit not known") || worker.is("own commit known by its nonce only");
}

/** Whether the run was committed although no answer said so, and others went on from it. */
function* isParent(run: string, { snapshot }: ModelHead): Step<boolean> {
  const answer = yield* ask({ effect: "read parents", run: snapshot });
  return typeof answer === "object" && "runs" in answer && answer.runs.includes(run);
}

/** head.ts: our own nonce under the key means that the write was done, whatever the answer was. */
function* writeHead(head: ModelHead, condition: string | undefined, worker: Worker): Step<boolean> {
  const answer = yield* ask({ effect: "write head", if: condition, head });
  if (answer !== "refused") {
    return true;
  }
  return !worker.is("own commit not known") && (yield* readHead()).nonce === head.nonce;
}

function* deliverAll(due: readonly ModelDue[], worker: Worker): Step<void> {
  for (const each of due) {
    if (yield* deliver(each, worker)) {
      yield* forget(each.slot, worker);
    }
  }
}

/** due.ts: takes the slot off the head's list, whatever else was written there meanwhile. */
function* forget(slot: number, worker: Worker): Step<void> {
  for (;;) {
    const head = yield* readHead();
    if (!head.due.some((due) => due.slot === slot)) {
      return;
    }
    const due = head.due.filter((other) => other.slot !== slot);
    const condition = worker.is("edition forgotten without condition") ? undefined : head.nonce;
    if (yield* writeHead({ ...head, nonce: nonce(worker), due }, condition, worker)) {
      return;
    }
  }
}

/** deliver.ts: claim, send, receipt. Returns whether nobody has to do anything more. */
function* deliver(due: ModelDue, worker: Worker): Step<boolean> {
  const { slot } = due;
  const found = yield* readClaim(slot);
  if (found !== undefined && found.state !== "open" && !(found.state === "claimed" && found.isExpired)) {
    return found.state !== "claimed";
  }
  if (found?.state === "claimed" && worker.settings.unknownDeliveries === "skip") {
    return (yield* writeClaim(slot, "unknown", found.nonce, worker)) !== undefined;
  }
  yield* ask({ effect: "read edition", run: due.run });
  const condition = worker.is("claim written without condition") ? undefined : (found?.nonce ?? "");
  const claim = yield* writeClaim(slot, "claimed", condition, worker);
  return claim !== undefined && (yield* sendClaimed(due, claim, worker));
}

function* sendClaimed(due: ModelDue, claim: string, worker: Worker): Step<boolean> {
  const { slot } = due;
  if (worker.is("receipt before the send")) {
    const receipt = yield* writeClaim(slot, "sent", claim, worker);
    return receipt !== undefined && (yield { effect: "send", ...due }) !== "lost";
  }
  let answer = yield { effect: "send", ...due };
  if (answer === "lost" && worker.is("send tried again by the SDK")) {
    answer = yield { effect: "send", ...due };
  }
  if (answer === "lost") {
    return false;
  }
  const state = answer === "refused" ? "open" : "sent";
  return (yield* writeClaim(slot, state, claim, worker)) !== undefined && state === "sent";
}

function* readClaim(slot: number): Step<ModelClaim | undefined> {
  const answer = yield* ask({ effect: "read claim", slot });
  return typeof answer === "object" && "claim" in answer ? answer.claim : undefined;
}

/** The nonce of the claim if it is ours now, also when the answer to our write was lost. */
function* writeClaim(
  slot: number,
  state: ModelClaim["state"],
  condition: string | undefined,
  worker: Worker,
): Step<string | undefined> {
  const own = nonce(worker);
  const answer = yield* ask({ effect: "write claim", slot, if: condition, state, nonce: own });
  if (answer !== "refused") {
    return own;
  }
  return (yield* readClaim(slot))?.nonce === own ? own : undefined;
}
