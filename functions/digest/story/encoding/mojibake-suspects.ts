import type { MisreadUtf8 } from "./utf8-pattern.ts";

/** A sequence that may be one misread character, with its context. */
export interface Suspect {
  readonly sequence: string;
  readonly decoded: string;
  /** Index of its first character. */
  readonly at: number;
  /** The character before it, "" at the start of the text. */
  readonly before: string;
  /** The character after it, "" at the end. */
  readonly after: string;
  /** How many adjacent sequences, this one included, decode to its script; 0 for Latin and signs. */
  readonly run: number;
}

/** Adjacent sequences are examined as a group, of at most this many. */
const MAX_GROUP = 64;
/** Signs of a garbled character that lost bytes: a sequence after one may be the rest of another. */
const STRAY = /^[†‡ƒ„‚ˆ‰‹Œ˜›œ€¡¢¤¦§ª¬¯±µ¶¸¹¼½¾]$/u;
/** First and last code points of scripts that have words of their own; Han and kana count as one. */
const SCRIPTS = [
  [0x0370, 0x03ff],
  [0x0400, 0x052f],
  [0x0590, 0x05ff],
  [0x0600, 0x06ff],
  [0x0900, 0x097f],
  [0x0e00, 0x0e7f],
  [0x3040, 0x9fff],
  [0xac00, 0xd7a3],
] as const;

interface Match {
  readonly sequence: string;
  readonly at: number;
}

/** The suspects of a text, in order, except any that may begin with the end of another, broken sequence. */
export function* findSuspects(text: string, pattern: RegExp, misread: MisreadUtf8): Generator<Suspect> {
  let group: Match[] = [];
  let end = -1;
  for (const match of text.matchAll(pattern)) {
    const isAdjacent = match.index === end;
    if (!isAdjacent || group.length === MAX_GROUP) {
      yield* describe(text, group, misread);
      group = [];
    }
    if (isAdjacent || !isRemainder(text, match.index)) {
      group.push({ sequence: match[0], at: match.index });
      end = match.index + match[0].length;
    }
  }
  yield* describe(text, group, misread);
}

/** Whether an isolated sequence at `at` may be the remainder of a broken one before it. */
export function isRemainder(text: string, at: number): boolean {
  return STRAY.test(text.charAt(at - 1));
}

function* describe(text: string, group: readonly Match[], misread: MisreadUtf8): Generator<Suspect> {
  const decoded = group.map(({ sequence }) => misread.read(sequence));
  const scripts = decoded.map(scriptOf);
  const counts = new Map<number, number>();
  for (const script of scripts) {
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  for (const [index, { sequence, at }] of group.entries()) {
    const script = scripts[index] ?? -1;
    yield {
      sequence,
      at,
      decoded: decoded[index] ?? sequence,
      before: text.charAt(at - 1),
      after: text.charAt(at + sequence.length),
      run: script === -1 ? 0 : (counts.get(script) ?? 0),
    };
  }
}

/** Index of a character's script in {@link SCRIPTS}; -1 for Latin and signs. */
function scriptOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return SCRIPTS.findIndex(([first, last]) => point >= first && point <= last);
}
