import { createHash } from "node:crypto";
import type { RunRequest } from "../../../functions/digest/run/request.ts";
import type { Sight } from "../judge/check.ts";
import type { Blow } from "../world/fault.ts";
import type { Received } from "../world/servers.ts";
import { lengthsOf, type Moment, type Traces, tracesSince, type Witness } from "../world/traces.ts";
import type { Ended } from "../world/worker.ts";
import { invoke, type World } from "../world/world.ts";

/**
 * What cases of one setting have in common. An invocation that begins at the same moment as an earlier one, and meets the same faults at the
 * same of its requests, leads where that led, and is not lived again; nor is a world that stands as another did looked at again.
 */
export interface Memory {
  /** Lives the invocation, or leaps to where it led. */
  invoke(world: World, request: RunRequest, blows: readonly Blow[]): Promise<Ended>;
  /** What is found at a world by its buckets, clock and emails alone. */
  look(world: World, find: () => Promise<Sight>): Promise<Sight>;
  /** How many invocations were lived, and how many worlds looked at. */
  counts(): { readonly lived: number; readonly looked: number };
}

interface Life {
  readonly ended: Ended;
  readonly after: Moment;
  readonly traces: Traces;
}

/**
 * A memory of one setting: that of another, or of changed code, may not see it. Where an invocation meets fewer faults than `faults`, what it would leave
 * if it died before or after any of its requests is remembered too.
 */
export function createMemory(faults: number): Memory {
  let lived = 0;
  const lives = new Map<string, Life>();
  const looks = new Map<string, Sight>();
  return {
    async invoke(world, request, blows) {
      const begun = lengthsOf(world);
      const due = blows.flatMap(({ at, fault }) => (at < begun.calls ? [] : { at: at - begun.calls, fault }));
      const from = `${standingOf(world)} ${JSON.stringify([request, world.questions.length])}`;
      const keyOf = (met: readonly Blow[]): string => `${from} ${JSON.stringify(met)}`;
      const known = longestKnown(due, (met) => lives.get(keyOf(met)));
      if (known !== undefined) {
        await world.leap(known.after, known.traces);
        return known.ended;
      }
      const keep = (ended: Ended, traces: Traces, met: readonly Blow[]): void => {
        lives.set(keyOf(met), { ended, after: world.moment(), traces });
      };
      const keepDeath: Witness = (sight, number, call) => {
        const traces = tracesSince(begun, world);
        const [at, fault] = [number - begun.calls, `crash ${sight}` as const];
        const calls = traces.calls.toSpliced(at, 1, { call, fault });
        keep({ ended: "died" }, { ...traces, calls }, [...due.filter((blow) => blow.at < at), { at, fault }]);
      };
      world.watch(blows.length < faults ? keepDeath : undefined);
      const ended = await invoke(world, request);
      world.watch(undefined);
      lived += 1;
      const traces = tracesSince(begun, world);
      keep(
        ended,
        traces,
        due.filter(({ at }) => at < traces.calls.length),
      );
      return ended;
    },
    async look(world, find) {
      const at = `${standingOf(world)} ${world.mails.map(hashOf).join(" ")}`;
      const sight = looks.get(at) ?? (await find());
      looks.set(at, sight);
      return sight;
    },
    counts: () => ({ lived, looked: looks.size }),
  };
}

/** The life that met just these faults, as far as it got; `undefined`: none is known. */
function longestKnown(
  due: readonly Blow[],
  find: (met: readonly Blow[]) => Life | undefined,
): Life | undefined {
  for (let count = 0; count <= due.length; count += 1) {
    const life = find(due.slice(0, count));
    const next = due[count];
    if (life === undefined || next === undefined || next.at >= life.traces.calls.length) {
      return life;
    }
  }
  return undefined;
}

function standingOf(world: World): string {
  const { corpus, state, time, nonces, mailed } = world.moment();
  return [corpus.fingerprint(), state.fingerprint(), time, nonces, mailed].join(" ");
}

const hashes = new WeakMap<Received, string>();

function hashOf(mail: Received): string {
  const hash = hashes.get(mail) ?? createHash("sha256").update(JSON.stringify(mail)).digest("hex");
  hashes.set(mail, hash);
  return hash;
}
