import type { Edition, EditionChange, EditionEdit } from "../../functions/digest/edition/schema.ts";
import {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
  makeRichEdition,
} from "../../local/preview/sample-editions.ts";

/** Editions for the checks besides those that the job makes, by name. */
export function madeEditions(): Readonly<
  Record<"rich" | "quiet" | "right-to-left" | "hostile" | "ten-thousand", Edition>
> {
  return {
    rich: makeRichEdition(),
    quiet: makeQuietEdition(),
    "right-to-left": rightToLeftEdition(),
    hostile: hostileEdition(),
    "ten-thousand": editionOfTenThousand(),
  };
}

/** Stories in right-to-left scripts; their facts still read before → after. */
function rightToLeftEdition(): Edition {
  const [sentence, cost] = ["وقال الوزير إن المشروع كلف ", " مليون دولار."];
  const arabic = { lang: "ar", dir: "rtl" as const };
  const edit = {
    edit: "edited" as const,
    before: `${sentence}12${cost}`,
    after: `${sentence}19${cost}`,
    words: [
      { type: "kept" as const, text: sentence },
      { type: "removed" as const, text: "12" },
      { type: "added" as const, text: "19" },
      { type: "kept" as const, text: cost },
    ],
  };
  const added = { edit: "added" as const, after: "وحضر الافتتاح مئات السكان." };
  return makeEdition({
    changes: [
      makeRevised(
        {
          ...arabic,
          key: "bridge.txt",
          headline: "افتتاح الجسر الجديد في المدينة",
          summary: [edit.after, "ينتظر السكان الجسر منذ أعوام."],
        },
        {
          headlineChange: {
            before: "افتتاح الجسر القديم في المدينة",
            after: "افتتاح الجسر الجديد في المدينة",
          },
          facts: [
            { kind: "number", before: "12", after: "19", context: "مليون دولار" },
            { kind: "name", before: "الجسر القديم", after: "الجسر الجديد" },
          ],
          edits: [edit, added],
        },
      ),
      makeChange({
        key: "gesher.txt",
        headline: "הגשר החדש נפתח לתנועה",
        summary: ["הגשר נפתח ביום שני."],
        lang: "he",
        dir: "rtl",
      }),
      makeChange({
        ...arabic,
        change: "removed",
        key: "qadim.txt",
        headline: "إغلاق الجسر القديم",
        firstSeen: "2026-11-12T06:00:00.000Z",
      }),
    ],
  });
}

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror="alert(1)">',
  '"><a href="https://evil.example/">click</a>',
  "</td></tr></table><!-- <style>*{display:none}</style>",
  "one\r\nBcc: victim@example.org\r\n\r\nbody",
  "\u202egnp.exe\u202c and \u0085\u0091\u009b31m",
  "{{amazonSESUnsubscribeUrl}} {{{amazonSESUnsubscribeUrl}}}",
  "win at evil.example.com or www.evil.com, https://evil.com/?a=b",
  "word ".repeat(10_000),
  "x".repeat(50_000),
  "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308".repeat(50),
  "漢字".repeat(200),
  "שלום עולם, ".repeat(30),
];

function hostileEdition(): Edition {
  return makeEdition({
    threads: HOSTILE.map((text, n) => ({ id: `t${n}`, headline: text, stories: [text] })),
    changes: HOSTILE.flatMap((text, n) => hostileChanges(text, n)),
    cosmetic: HOSTILE.map((text) => ({ key: text, reason: text })),
    unstable: HOSTILE.map((text) => ({ key: text, headline: text, returns: 3 })),
    heldBack: HOSTILE.map((text) => ({ key: text, reason: text, since: text })),
  });
}

/** The text in every place where a story's text can appear. */
function hostileChanges(text: string, n: number): readonly EditionChange[] {
  const told = { key: `${n}/${text}`, headline: text, summary: [text, `${text}.`], lang: text };
  return [
    makeRevised(told, {
      headlineChange: { before: text, after: `${text}!` },
      facts: [
        { kind: "quotation", before: text, after: `${text}?`, context: text },
        { kind: "number", before: "1".repeat(500), after: null },
        { kind: "name", before: null, after: text },
      ],
      edits: [
        { edit: "edited", before: text, after: `${text}.` },
        { edit: "added", after: text },
        { edit: "removed", before: text },
        { edit: "moved", before: text, after: text, from: 0, to: 1 },
      ],
    }),
    makeChange({ ...told, thread: `t${n}` }),
    makeChange({ ...told, change: "renamed", renamedFrom: text }),
    makeChange({ ...told, change: "removed", firstSeen: text }),
  ];
}

const PLACES = ["Orla", "Vellmouth", "Karst", "Nordhaven", "Tarn", "Ilmen", "Rosvik", "Castel Bruno"];
const EVENTS = [
  "flood",
  "port strike",
  "council vote",
  "harvest report",
  "rail inquiry",
  "fire",
  "tunnel plan",
];

/** A day on which a whole archive was revised, renamed and partly removed. */
function editionOfTenThousand(): Edition {
  return makeEdition({
    changes: Array.from({ length: 10_000 }, (_, n) => changeNumber(n)),
    counts: { stories: 1_000_000 },
  });
}

function changeNumber(n: number): EditionChange {
  const place = PLACES[n % PLACES.length] ?? "";
  const event = EVENTS[n % EVENTS.length] ?? "";
  const told = {
    key: `wire/2026/11/${event.replace(" ", "-")}-${n}.txt`,
    headline: `${place}: what the ${event} means for the district, part ${n}`,
    summary: [
      `The ${event} in ${place} keeps the authorities busy, said office ${n}.`,
      `Residents of ${place} were told to expect a decision within the week.`,
    ],
  };
  switch (n % 5) {
    case 0:
    case 1:
      return makeRevised(told, {
        edits: [householdEdit(n)],
        facts: [{ kind: "number", before: `${n}`, after: `${n + 7}`, context: "households affected" }],
      });
    case 2:
      return makeChange({ ...told, change: "renamed", renamedFrom: `old/${n}.txt` });
    case 3:
      return makeChange({ ...told, change: "removed", firstSeen: "2026-06-22T06:00:00.000Z" });
    default:
      return makeChange({ ...told, thread: n % 3 === 0 ? `thread-${n % 90}` : null });
  }
}

function householdEdit(n: number): EditionEdit {
  const sentence = (households: number) => `The council counted ${households} households.`;
  return {
    edit: "edited",
    before: sentence(n),
    after: sentence(n + 7),
    words: [
      { type: "kept", text: "The council counted " },
      { type: "removed", text: `${n}` },
      { type: "added", text: `${n + 7}` },
      { type: "kept", text: " households." },
    ],
  };
}
