import type {
  ChangeName,
  Edition,
  EditionChange,
  EditionCounts,
  EditionRevision,
} from "../../functions/digest/edition/schema.ts";

/** A regular edition of 20 November 2026; counts are derived from the changes unless given. */
export function makeEdition(
  overrides: Partial<Omit<Edition, "counts">> & { readonly counts?: Partial<EditionCounts> } = {},
): Edition {
  const edition = {
    version: 1 as const,
    slot: "2026-11-20T06:00:00.000Z",
    kind: "regular" as const,
    threads: [],
    changes: [],
    cosmetic: [],
    unstable: [],
    heldBack: [],
    omitted: 0,
    ...overrides,
  };
  return { ...edition, counts: { ...countsOf(edition), ...overrides.counts } };
}

function countsOf(edition: Pick<Edition, "changes" | "cosmetic" | "unstable" | "heldBack">): EditionCounts {
  const count = (name: ChangeName) => edition.changes.filter(({ change }) => change === name).length;
  return {
    stories: 1204,
    added: count("added"),
    revised: count("revised"),
    returned: count("returned"),
    reverted: count("reverted"),
    renamed: count("renamed"),
    removed: count("removed"),
    cosmetic: edition.cosmetic.length,
    unstable: edition.unstable.length,
    heldBack: edition.heldBack.length,
  };
}

/** A quiet edition: nothing to report; stories with formatting changes only may still be named. */
export function makeQuietEdition(overrides: Partial<Edition> = {}): Edition {
  return makeEdition({ kind: "quiet", since: "2026-11-19T06:00:00.000Z", ...overrides });
}

/** One change; by default an added story outside any thread. */
export function makeChange(overrides: Partial<EditionChange> = {}): EditionChange {
  return {
    change: "added",
    key: "harbour.txt",
    headline: "Harbour bridge closes for repairs",
    summary: ["The bridge over the harbour closes on Monday.", "Ferries run every ten minutes instead."],
    significance: 30,
    thread: null,
    ...overrides,
  };
}

/** A revised story with one changed figure, unless another revision is given. */
export function makeRevised(
  overrides: Partial<EditionChange> = {},
  revision: Partial<EditionRevision> = {},
): EditionChange {
  return makeChange({
    change: "revised",
    key: "flood.txt",
    headline: "Flood in the Orla valley",
    summary: ["The number of dead rose to 19."],
    revision: makeRevision(revision),
    ...overrides,
  });
}

/** A substantive revision: "people died: 12 → 19" in one edited sentence of fourteen. */
export function makeRevision(overrides: Partial<EditionRevision> = {}): EditionRevision {
  return {
    kind: "substantive",
    facts: [{ kind: "number", before: "12", after: "19", context: "people died" }],
    edits: [
      {
        edit: "edited",
        before: "At least 12 people died in the valley.",
        after: "At least 19 people died in the valley.",
        words: [
          { type: "kept", text: "At least " },
          { type: "removed", text: "12" },
          { type: "added", text: "19" },
          { type: "kept", text: " people died in the valley." },
        ],
      },
    ],
    omittedEdits: 0,
    counts: { before: 14, after: 14, kept: 13, edited: 1, added: 0, removed: 0, moved: 0 },
    truncated: false,
    ...overrides,
  };
}

/**
 * An edition with everything that an email can show: each change, threads, marked-up changes, minor edits, what is
 * held back and what is not news.
 */
export function makeRichEdition(): Edition {
  return makeEdition({
    since: "2026-11-19T06:00:00.000Z",
    threads: [
      { id: "t-vote", headline: "Council votes for the tunnel", stories: ["vote.txt", "vote/money.txt"] },
    ],
    changes: [
      makeRevised({ key: "orla/flood.txt", repairs: 62 }, floodRevision()),
      ...ferryChanges(),
      makeChange({
        key: "vote/money.txt",
        headline: "Who pays for the tunnel",
        thread: "t-vote",
        repairs: 1,
      }),
      makeChange({ key: "vote/cost.txt", thread: "t-vote", copyOf: "vote/money.txt" }),
      makeChange({ key: "vote.txt", headline: "Council votes for the tunnel", thread: "t-vote" }),
      makeChange(),
      ...copiesOf(makeChange(), ["orla/harbour.txt", "wire/harbour.txt"]),
      returnedChange(),
      ...copiesOf(returnedChange(), ["wire/dredging.txt"]),
      makeRevised(
        {
          change: "reverted",
          key: "energy.txt",
          headline: "Energy corridor agreed",
          revertedTo: "2026-11-12T06:00:00.000Z",
        },
        { facts: [{ kind: "number", before: "19", after: "12", context: "pumping stations" }], edits: [] },
      ),
      makeChange({
        change: "renamed",
        key: "sport/final-2026.txt",
        headline: "The final will be played in Orla",
        renamedFrom: "sport/final.txt",
      }),
      makeRemovedChange(),
      makeChange({ change: "removed", key: "orla/stake.txt", copyOf: "stake.txt" }),
      ...minorEdits(),
    ],
    cosmetic: [
      { key: "border.txt", reason: "typography" },
      { key: "flights.txt", reason: "white space" },
      { key: "visas.txt", reason: "typography" },
    ],
    unstable: [{ key: "tides.txt", headline: "Tide table of the Orla", returns: 3 }],
    heldBack: [
      { key: "grain.txt", reason: "empty", since: "2026-11-19T06:00:00.000Z" },
      { key: "archive.bin", reason: "not text", since: "2026-11-20T06:00:00.000Z" },
    ],
  });
}

function ferryChanges(): readonly EditionChange[] {
  const sameEdit = {
    kind: "minor" as const,
    facts: [],
    edits: [
      {
        edit: "edited" as const,
        before: "The ferry was said to be of foreign make.",
        after: "All reports are about one ferry, the Orla Star.",
      },
    ],
  };
  return [
    makeRevised(
      { key: "ferry.txt", headline: "Ferry account now names the Orla Star", sameEdit: "e-1" },
      sameEdit,
    ),
    makeRevised({ key: "ferry-2.txt", headline: "What is known about the ferry", sameEdit: "e-1" }, sameEdit),
  ];
}

function copiesOf(change: EditionChange, keys: readonly string[]): readonly EditionChange[] {
  return keys.map((key) => ({ ...change, key, copyOf: change.key }));
}

function makeRemovedChange(): EditionChange {
  return makeChange({
    change: "removed",
    key: "stake.txt",
    headline: "What is at stake in Orla",
    firstSeen: "2025-06-22T06:00:00.000Z",
    lastChanged: "2026-11-18T06:00:00.000Z",
    lastSeen: "2026-11-19T06:00:00.000Z",
    words: 1_412,
    formerThread: { headline: "Council votes for the tunnel", stories: 3, with: "vote.txt" },
  });
}

function minorEdits(): readonly EditionChange[] {
  return [
    minorEdit("locks.txt", "Locks on the upper Orla", "wording"),
    minorEdit("stage.txt", "Opera house opens its old stage", "spelling"),
    minorEdit("pilots.txt", "Pilots of the harbour", "repeated"),
  ];
}

function minorEdit(key: string, headline: string, minor: EditionChange["minor"]): EditionChange {
  const revision = { kind: "minor", facts: [], edits: [] } as const;
  return makeRevised({ key, headline, told: "line", ...(minor && { minor }) }, revision);
}

function returnedChange(): EditionChange {
  return makeChange({
    change: "returned",
    key: "harbour/dredging.txt",
    headline: "Dredging of the inner harbour begins",
    goneSince: "2026-11-17T06:00:00.000Z",
  });
}

function floodRevision(): EditionRevision {
  const { edits } = makeRevision();
  return makeRevision({
    headlineChange: {
      before: "Flood in the Orla valley: fears for the dam",
      after: "Flood in the Orla valley",
    },
    facts: [
      { kind: "number", before: "12", after: "19", context: "people died" },
      { kind: "date", before: "17 January", after: "19 January", context: "meeting of the crisis staff" },
      { kind: "name", before: "Abdolahian", after: "Amir-Abdollahian" },
      {
        kind: "quotation",
        before: "“We saw no warning that night.”",
        after: "“We saw no warning, not that night and not the night before.”",
        context: "mayor Ines Dorn",
      },
      { kind: "number", before: null, after: "$1.5 million", context: "emergency fund" },
      { kind: "negation", before: "never", after: null },
    ],
    edits: [
      ...edits,
      {
        edit: "edited",
        before: "The mayor said that no warning had reached the town.",
        after: "The mayor repeated that no warning had reached the town before midnight.",
        words: [
          { type: "kept", text: "The mayor " },
          { type: "removed", text: "said" },
          { type: "added", text: "repeated" },
          { type: "kept", text: " that no warning had reached the town" },
          { type: "added", text: " before midnight" },
          { type: "kept", text: "." },
        ],
      },
      {
        edit: "edited",
        before: "The dam might fail.",
        after: "The lower dam held, its operator said on Thursday.",
      },
      { edit: "added", after: "The emergency fund will hold $1.5 million." },
      { edit: "removed", before: "Trains to the coast were not affected." },
      { edit: "moved", before: "Schools stay closed.", after: "Schools stay closed.", from: 4, to: 1 },
    ],
    omittedEdits: 3,
    counts: { before: 22, after: 23, kept: 13, edited: 6, added: 1, removed: 1, moved: 1 },
    truncated: true,
  });
}
