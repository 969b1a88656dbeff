import type { ModelMutant } from "../model/effects.ts";
import type { Setting } from "../world/world.ts";
import { type Change, createMutantWorker } from "./mutant-worker.ts";
import { READER_MUTANTS } from "./mutants-of-readers.ts";
import { LOOK_MUTANTS } from "./mutants-of-the-look.ts";

/** A way in which the code could be wrong, applied to its requests in transit or to its source. */
export interface Mutant {
  /** One of the model's, or one that only the real code can have. */
  readonly name: string;
  /** Where it shows: with one worker and a fault, in what a resume run finishes, or only with several workers at a time. */
  readonly shows: "fault" | "resume" | "interleaving" | "lost write" | "late forget";
  /** Whose emails show it, or those of which day; absent: those of a reader of everything. */
  readonly readers?: "topics" | "week" | "model" | "first";
  readonly setting?: Partial<Setting>;
  readonly changes?: readonly Change[];
}

const RUN = "functions/digest/run/run.ts";
const STORE_EDITION = "functions/digest/run/store-edition.ts";
const COMMIT = "functions/digest/run/commit.ts";
const DELIVER = "functions/digest/delivery/deliver.ts";

/** Mistakes in the protocol. */
const PROTOCOL_MUTANTS = [
  {
    name: "head written without condition",
    shows: "interleaving",
    setting: { tamper: withoutCondition("head.json") },
  },
  {
    name: "claim written without condition",
    shows: "interleaving",
    setting: { tamper: withoutCondition("deliveries/") },
  },
  { name: "send tried again by the SDK", shows: "fault", setting: { sendAttempts: 3 } },
  {
    name: "deadline shorter than the worker's life",
    shows: "interleaving",
    changes: [{ file: DELIVER, from: "CLAIM_MARGIN_MS = 5_000", to: "CLAIM_MARGIN_MS = -600_000" }],
  },
  {
    name: "sent before the commit",
    shows: "interleaving",
    changes: [
      {
        file: RUN,
        from: "const committed = await commit(",
        to: `const { emails: [{ artefacts }], unsubscribe, edition: { slot }, keys: { edition } } = stored;
          const early = { slot, edition, audience: "everyone", artefacts, unsubscribe };
          await deliver([{ ...early, recipients: [...job.config.recipients] }], job);
          const committed = await commit(`,
      },
    ],
  },
  {
    name: "committed before the edition is stored",
    shows: "fault",
    changes: [
      {
        file: STORE_EDITION,
        from: `const brief = await writeEdition({ edition, week: week?.made?.edition, isFirst }, keys, state);
  if (week?.made !== undefined) {
    await state.write(weekKeys(keys.edition).edition, toJson(week.made.edition));
  }
  const stored: StoredEmail[] = [];
  for (const { artefacts, keys: own, ...email } of emails) {
    stored.push({ ...email, artefacts: await storeArtefacts(artefacts, own, state) });
  }`,
        to: `const late = [];
          const later = { write: async (...call) => { late.push(call); } };
          globalThis.storeLater = () => Promise.all(late.map((call) => state.write(...call)));
          const brief = await writeEdition({ edition, week: undefined, isFirst: false }, keys, later);
          const stored = [];
          for (const { artefacts, keys: own, ...email } of emails) {
            stored.push({ ...email, artefacts: await storeArtefacts(artefacts, own, later) });
          }`,
      },
      {
        file: COMMIT,
        from: "if (await writeHead(job.state, next, condition)) {",
        to: "if (await writeHead(job.state, next, condition)) { await globalThis.storeLater?.();",
      },
    ],
  },
  {
    name: "receipt before the send",
    shows: "fault",
    changes: [
      {
        file: DELIVER,
        from: "const answer = await sendPaced(delivery.mail, context);",
        to: `const early = answered(claim.receipt, { outcome: "accepted", messageId: "early" }, context);
          await writeReceipt(context.state, key, early, claim.condition);
          const answer = await sendPaced(delivery.mail, context);
          if (answer.outcome === "accepted") { return summary(early); }`,
      },
    ],
  },
  {
    name: "edition forgotten without condition",
    shows: "late forget",
    changes: [
      {
        file: "functions/digest/delivery/due.ts",
        from: "{ ...found.head, nonce: nonce(), due }, found.condition)",
        to: "{ ...found.head, nonce: nonce(), due }, undefined)",
      },
    ],
  },
  {
    name: "own commit not known",
    shows: "fault",
    changes: [
      {
        file: "functions/digest/store/replace.ts",
        from: 'return (await isOurs()) ? "written" : "refused";',
        to: 'return "refused";',
      },
      { file: COMMIT, from: "return key !== null;", to: "return false;" },
    ],
  },
  {
    name: "own commit known by its nonce only",
    shows: "lost write",
    changes: [{ file: COMMIT, from: "return key !== null;", to: "return false;" }],
  },
  {
    name: "refused write taken for done",
    shows: "fault",
    changes: [
      {
        file: "functions/digest/store/s3-store.ts",
        from: "if (condition === undefined) {\n      throw error;\n    }",
        to: "",
      },
    ],
  },
] satisfies readonly (Mutant & { readonly name: ModelMutant | "refused write taken for done" })[];

const SUMMARIES = "functions/digest/run/summaries/with-model-summaries.ts";

/** Mistakes in what is kept of a model's answers. */
const ANSWER_MUTANTS: readonly Mutant[] = [
  {
    name: "answers of the model not stored",
    shows: "fault",
    readers: "model",
    changes: [
      {
        file: SUMMARIES,
        from: "await storeAnswer(state, key, answer);\n  asking.spent.push(key);",
        to: "",
      },
    ],
  },
  {
    name: "stored answers of the model not read",
    shows: "fault",
    readers: "model",
    changes: [
      {
        file: SUMMARIES,
        from: "const stored = await readAnswer(state, key);",
        to: "const stored = undefined;",
      },
    ],
  },
];

export const MUTANTS: readonly Mutant[] = [
  ...PROTOCOL_MUTANTS,
  ...LOOK_MUTANTS,
  ...READER_MUTANTS,
  ...ANSWER_MUTANTS,
];

function withoutCondition(key: string): NonNullable<Setting["tamper"]> {
  return (call, { headers }) => {
    if (call.kind === "write" && call.key.startsWith(key)) {
      delete headers["if-match"];
      delete headers["if-none-match"];
    }
  };
}

/** The setting with the mutant instead of the real code. */
export async function mutate(setting: Setting, { name, setting: other, changes }: Mutant): Promise<Setting> {
  const made = changes === undefined ? setting.createWorker : await createMutantWorker(name, changes);
  return { ...setting, ...other, createWorker: made };
}
