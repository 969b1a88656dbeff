import type { Mutant } from "./mutants.ts";

const ANSWER = "functions/digest/run/answer.ts";

/** Mistakes in the quick look by which a resume run that has nothing to do is answered. */
export const LOOK_MUTANTS: readonly Mutant[] = [
  {
    name: "nothing left although an email is due",
    shows: "resume",
    changes: [{ file: ANSWER, from: "head.due.length > 0 || ", to: "" }],
  },
  {
    name: "nothing left although an edition was begun",
    shows: "resume",
    changes: [{ file: ANSWER, from: " || checkpointAfter(head, file) !== undefined", to: "" }],
  },
  {
    name: "checkpoint compared with another slot",
    shows: "resume",
    changes: [
      {
        file: ANSWER,
        from: "checkpointAfter(head, file)",
        to: "checkpointAfter({ ...head, slot: state.now().toISOString() }, file)",
      },
    ],
  },
  {
    name: "head that could not be read taken for nothing left",
    shows: "resume",
    changes: [
      {
        file: ANSWER,
        from: "const found = await readHead(state);",
        to: `let found;
          try { found = await readHead(state); } catch { return alreadyDone(null); }`,
      },
    ],
  },
  {
    name: "checkpoint that could not be read taken for none",
    shows: "resume",
    changes: [
      {
        file: ANSWER,
        from: "await findCheckpoint(state, head)",
        to: "await findCheckpoint(state, head).catch(() => undefined)",
      },
    ],
  },
  {
    name: "no head taken for nothing left",
    shows: "resume",
    readers: "first",
    changes: [
      {
        file: ANSWER,
        from: 'if (found.state !== "current") {\n    return undefined;',
        to: 'if (found.state !== "current") {\n    return alreadyDone(null);',
      },
    ],
  },
];
