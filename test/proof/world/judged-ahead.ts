import type { Call, Fault } from "./fault.ts";

/** Requests whose fate was decided before a server got them: each then meets it, and is known by its first name ever after. */
export interface JudgedAhead {
  keep(call: Call, fault: Fault | undefined): void;
  /** The fate of a request that was decided on; `undefined`: none was. */
  takeFor(call: Call): Fault | undefined;
  /** Another attempt at a command of which one was decided on, with the name that the command had then. */
  asKnown(call: Call): Call;
}

export function createJudgedAhead(): JudgedAhead {
  const waiting: { readonly call: Call; readonly fault: Fault }[] = [];
  const known = new Map<string, string>();
  return {
    keep(call, fault) {
      if (fault !== undefined) {
        waiting.push({ call, fault });
      }
    },
    takeFor({ worker, kind, name, command }) {
      const at = waiting.findIndex(
        ({ call }) => call.worker === worker && call.kind === kind && call.name === name,
      );
      const [found] = at === -1 ? [] : waiting.splice(at, 1);
      if (found !== undefined) {
        known.set(command, found.call.command);
      }
      return found?.fault;
    },
    asKnown: (call) => ({ ...call, command: known.get(call.command) ?? call.command }),
  };
}
