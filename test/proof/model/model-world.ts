import type { HeadLook, ModelAnswer, ModelClaim, ModelEffect, ModelHead, ModelSettings } from "./effects.ts";

export type Claim = Omit<ModelClaim, "isExpired">;

export interface Mail {
  readonly slot: number;
  readonly run: string;
  readonly by: string;
  readonly isReceipted: boolean;
}

/** Everything except the workers. */
export interface Things {
  readonly head: ModelHead;
  readonly stored: readonly string[];
  /** Parent by run. */
  readonly parents: Readonly<Record<string, string | null>>;
  readonly claims: Readonly<Record<number, Claim>>;
  readonly mails: readonly Mail[];
  /** Snapshots that were current, oldest first. */
  readonly committed: readonly string[];
  readonly retired: readonly string[];
  /** Invocations hit by a fault. */
  readonly struck: readonly string[];
}

/** The initial state. */
export const EMPTY: Things = {
  head: { nonce: "", slot: 0, snapshot: null, due: [] },
  stored: [],
  parents: {},
  claims: {},
  mails: [],
  committed: [],
  retired: [],
  struck: [],
};

/** The live workers and the protocol's settings. */
export interface Around {
  /** Invocations that have not ended. */
  readonly alive: readonly string[];
  readonly settings: ModelSettings;
}

interface Outcome {
  readonly things: Things;
  readonly answer: ModelAnswer;
}

/** Applies an effect; a conditional write checks and writes in one step, as in S3. */
export function apply(effect: ModelEffect, by: string, things: Things, around: Around): Outcome {
  switch (effect.effect) {
    case "read head": {
      return { things, answer: { head: seen(things.head, effect.look) } };
    }
    case "write head":
      return writeHead(effect, things);
    case "store edition":
      return done({ ...things, stored: [...things.stored, effect.run] });
    case "store snapshot":
      return done({ ...things, parents: { ...things.parents, [effect.run]: effect.parent } });
    case "read edition":
      return done(things);
    case "read parents":
      return { things, answer: { runs: parentsOf(effect.run, things.parents) } };
    case "read claim":
      return { things, answer: { claim: claimOf(effect.slot, things, around) } };
    case "write claim":
      return writeClaim(effect, by, things);
    case "send": {
      const mail = { slot: effect.slot, run: effect.run, by, isReceipted: false };
      return done({ ...things, mails: [...things.mails, mail] });
    }
    case "retire run":
      return done({ ...things, retired: [...things.retired, effect.run] });
    default:
      return effect satisfies never;
  }
}

/** What a reader goes by; the rest is as in the beginning, so that the search knows which worlds are the same to it. */
function seen(head: ModelHead, look: HeadLook): ModelHead {
  return look === "all" ? head : { ...EMPTY.head, due: look === "due" ? head.due : [] };
}

function done(things: Things): Outcome {
  return { things, answer: "done" };
}

function writeHead(effect: ModelEffect & { effect: "write head" }, things: Things): Outcome {
  if (effect.if !== undefined && effect.if !== things.head.nonce) {
    return { things, answer: "refused" };
  }
  const { head } = effect;
  const isNew = head.snapshot !== null && head.snapshot !== things.head.snapshot;
  const committed = isNew ? [...things.committed, String(head.snapshot)] : things.committed;
  return done({ ...things, head, committed });
}

function writeClaim(effect: ModelEffect & { effect: "write claim" }, by: string, things: Things): Outcome {
  const { slot, state, nonce } = effect;
  if (effect.if !== undefined && effect.if !== (things.claims[slot]?.nonce ?? "")) {
    return { things, answer: "refused" };
  }
  const mails = state === "sent" ? receipted(things.mails, slot, by) : things.mails;
  return done({ ...things, claims: { ...things.claims, [slot]: { nonce, state } }, mails });
}

function receipted(mails: readonly Mail[], slot: number, by: string): readonly Mail[] {
  return mails.map((mail) => (mail.slot === slot && mail.by === by ? { ...mail, isReceipted: true } : mail));
}

/** A claim is free once its worker is dead; too short a deadline may pass before. */
function claimOf(slot: number, { claims }: Things, { alive, settings }: Around): ModelClaim | undefined {
  const claim = claims[slot];
  if (claim === undefined) {
    return undefined;
  }
  const isAlive = alive.some((id) => claim.nonce.startsWith(`${id}.`));
  return { ...claim, isExpired: !isAlive || settings.mutant === "deadline shorter than the worker's life" };
}

function parentsOf(run: string | null, parents: Things["parents"]): readonly string[] {
  return run === null ? [] : [run, ...parentsOf(parents[run] ?? null, parents)];
}

/** Emails of each slot sent in the window that SES leaves open. */
export function windowsOf({ mails, struck }: Things, slots: number): readonly number[] {
  return Array.from(
    { length: slots },
    (_, i) => mails.filter((mail) => mail.slot === i + 1 && isInWindow(mail, struck)).length,
  );
}

/** The email was sent, no receipt says so, and its sender met a fault: the window that SES leaves open. */
function isInWindow({ isReceipted, by }: Mail, struck: readonly string[]): boolean {
  return !isReceipted && struck.includes(by);
}

/** Checks the promises in a quiet world. */
export function violationOf(things: Things, settings: ModelSettings): string | undefined {
  const { committed } = things;
  return (
    chainViolation(things) ??
    strayViolation(things) ??
    committed.map((run) => mailViolation(run, things, settings)).find((what) => what !== undefined)
  );
}

function chainViolation({ committed, parents, stored, retired }: Things): string | undefined {
  for (const [i, run] of committed.entries()) {
    const before = committed[i - 1] ?? null;
    if (parents[run] !== before) {
      return `gap: ${run} was committed after ${before ?? "nothing"} and compared with ${parents[run] ?? "nothing"}`;
    }
    if (!stored.includes(run)) {
      return `the edition of ${run} is committed but not stored`;
    }
    if (retired.includes(run)) {
      return `${run} is committed but marked as superseded`;
    }
  }
  return undefined;
}

function strayViolation({ head, mails, committed }: Things): string | undefined {
  if (head.due.length > 0) {
    return `slot ${head.due[0]?.slot} stays due`;
  }
  const stray = mails.find(({ run }) => !committed.includes(run));
  return stray && `edition ${stray.run} was emailed but never committed`;
}

function mailViolation(
  run: string,
  { mails, claims, struck }: Things,
  settings: ModelSettings,
): string | undefined {
  const own = mails.filter((mail) => mail.run === run);
  const slot = own[0]?.slot;
  const open = own.filter((mail) => isInWindow(mail, struck)).length;
  const allowed = settings.unknownDeliveries === "resend" ? 1 + open : 1;
  if (own.length > allowed) {
    return `slot ${slot} was emailed ${own.length} times, ${open} of them in the window`;
  }
  const isGivenUp = Object.values(claims).some(({ state }) => state === "unknown");
  return own.length === 0 && !isGivenUp ? `edition ${run} was never emailed` : undefined;
}
