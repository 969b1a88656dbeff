import type { Mutant } from "./mutants.ts";

const EMAILS = "functions/digest/run/audiences/emails.ts";
const COMMIT = "functions/digest/run/commit.ts";
const WEEK = "functions/digest/run/week/make-week.ts";

/** Mistakes in who gets what: where readers chose topics, and at the end of a week. */
export const READER_MUTANTS: readonly Mutant[] = [
  {
    name: "email of another choice",
    shows: "fault",
    readers: "topics",
    changes: [
      {
        file: COMMIT,
        from: "dues.push({ ...due, audience, artefacts, recipients: [...recipients] });",
        to: "dues.push({ ...due, audience, artefacts: emails.at(-1).artefacts, recipients: [...recipients] });",
      },
    ],
  },
  {
    name: "emails of one choice dropped",
    shows: "fault",
    readers: "topics",
    changes: [
      {
        file: COMMIT,
        from: "return dues;",
        to: "return dues.slice(0, -1);",
      },
    ],
  },
  {
    name: "emails of a slot forgotten together",
    shows: "fault",
    readers: "topics",
    changes: [
      {
        file: "functions/digest/delivery/due.ts",
        from: "due.slot === slot && due.audience === audience;",
        to: "due.slot === slot;",
      },
    ],
  },
  {
    name: "email without news",
    shows: "fault",
    readers: "topics",
    changes: [{ file: EMAILS, from: 'return selected.kind === "quiet"', to: "return false" }],
  },
  {
    name: "a story told to whoever did not choose it",
    shows: "fault",
    readers: "topics",
    changes: [
      {
        file: EMAILS,
        from: "audience: name, edition: selected, addresses,",
        to: "audience: name, edition: telling.edition, addresses,",
      },
    ],
  },
  {
    name: "week begun before the commit",
    shows: "fault",
    readers: "week",
    changes: [
      {
        file: WEEK,
        from: "const start = attempt.before?.week;",
        to: `const moved = await job.state.read("week.json");
          const start = moved ? JSON.parse(Buffer.from(moved.bytes).toString()) : attempt.before?.week;`,
      },
      {
        file: WEEK,
        from: "return made === undefined ? { start } : { start: own, made };",
        to: `if (made) { await job.state.write("week.json", Buffer.from(JSON.stringify(own))); }
          return made === undefined ? { start } : { start: own, made };`,
      },
    ],
  },
  {
    name: "week begun although it was put off",
    shows: "fault",
    readers: "week",
    changes: [
      {
        file: WEEK,
        from: "return made === undefined ? { start } : { start: own, made };",
        to: "return { start: own, made };",
      },
    ],
  },
  {
    name: "week told again by the next run",
    shows: "fault",
    readers: "week",
    changes: [
      {
        file: WEEK,
        from: "return made === undefined ? { start } : { start: own, made };",
        to: "return { start, made };",
      },
    ],
  },
  {
    name: "week compared with the day before",
    shows: "fault",
    readers: "week",
    changes: [
      {
        file: WEEK,
        from: "const first = await readSnapshot(state, start.snapshot);",
        to: "const first = attempt.before;",
      },
    ],
  },
  {
    name: "what came to nothing left out",
    shows: "fault",
    readers: "week",
    changes: [
      {
        file: "functions/digest/run/week/life.ts",
        from: 'return since.length > 0 || lastChanged > start ? "changed back" : undefined;',
        to: "return undefined;",
      },
    ],
  },
];
