import type { ArchiveDay } from "./archive-days.ts";

const LONG_WORD = "x".repeat(400);
const MARKUP = `"><script>document.title="x"</script><img src=x onerror=alert(1)></p></main> ' onmouseover='alert(1)`;
/** A terminal's colours, a bell, text turned round and half a character; a null, which no text may have, is in the JSON alone. */
const CONTROLS = "\u001b[31m\u009b31m\u0007\u202egnp.exe\u202c\u2066\u200f\ud83d";

/** Words of which no page may take any for its own. */
export const HOSTILE_WORDS = `${MARKUP} ${CONTROLS} ${LONG_WORD} ${"漢字".repeat(80)} {{title}} {{{title}}} &lt;b&gt; [-12-] {+19+}`;

function plain(figure: number): string {
  return `${MARKUP} ${CONTROLS} headline ${figure}

At least ${figure} ${MARKUP} died near ${LONG_WORD}. ${CONTROLS} Nobody knows why.

${HOSTILE_WORDS}`;
}

function json(figure: number): string {
  return JSON.stringify({
    headline: `${MARKUP} JSON ${figure}`,
    language: `en" onload="alert(1)`,
    author: MARKUP,
    body: [`Some ${figure} boats\u0000 of ${MARKUP} sank on Monday.`, HOSTILE_WORDS],
  });
}

/** Keys of hostile stories, which stories in the archive link to. */
export const HOSTILE_KEYS = {
  markup: `"><img src=x onerror=alert(1)>.txt`,
  control: "\u202egnp\u0007\u001b[31m.txt",
  long: `${"y".repeat(300)}/${"z".repeat(300)}.txt`,
  scheme: "javascript:alert(1).json",
  quotes: "a&b='c'\"d\" <e>.txt",
} as const;

/** A story under each key that is new, changes twice, moves or goes; all of it hostile. */
export const HOSTILE_DAYS: readonly ArchiveDay[] = [
  { slot: "2026-11-26T07:00:00Z", stories: storiesOf(12) },
  { slot: "2026-11-27T07:00:00Z", stories: storiesOf(14) },
  {
    slot: "2026-11-28T07:00:00Z",
    stories: {
      ...storiesOf(19),
      [HOSTILE_KEYS.quotes]: null,
      [HOSTILE_KEYS.control]: `${CONTROLS}${plain(14).replace(/\n\n/g, "\n\n\n")}`,
      [HOSTILE_KEYS.long]: `{"headline": "${MARKUP}`,
    },
  },
];

function storiesOf(figure: number): ArchiveDay["stories"] {
  const { scheme, ...texts } = HOSTILE_KEYS;
  return Object.fromEntries([
    ...Object.values(texts).map((key, n) => [key, `${plain(figure)} Story ${n} of ${figure + n}.`] as const),
    [scheme, json(figure)],
  ]);
}
