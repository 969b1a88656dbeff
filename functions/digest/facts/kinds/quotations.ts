import type { Fact, SentenceToken } from "../sentence.ts";

const MARK = /^["“”„«»'‘’]$/;
const SINGLE = /^['‘’]$/;
const BEFORE_OPENING = /^(?:[\s([—–-]|)$/;
const LETTER = /[\p{L}\p{N}]/u;
const STOP = /[.,!?…]/;
const MAX_SURFACE = 300;

/**
 * The text between quotation marks. An unpaired mark quotes to the end of the sentence, or from its start: a quotation
 * may run over several sentences. The value is the words alone, without the facts among them, which are reported
 * separately.
 */
export function quotationsIn(
  sentence: string,
  tokens: readonly SentenceToken[],
  facts: readonly Fact[],
): Fact[] {
  const spans = spansIn(sentence, tokens);
  if (spans.length === 0) {
    return [];
  }
  const known = new Set(facts.flatMap((fact) => rangeOf(fact.from, fact.to)));
  return spans.flatMap(([from, to]) => quotation({ sentence, tokens, known }, from, to));
}

type TokenRange = readonly [from: number, to: number];

/** Indices of the open marks. */
interface OpenMarks {
  readonly single?: number;
  readonly double?: number;
}

/** Single and double marks are paired separately, so quotations may be nested. */
function spansIn(sentence: string, tokens: readonly SentenceToken[]): readonly TokenRange[] {
  const spans: TokenRange[] = [];
  let open: OpenMarks = {};
  tokens.forEach((mark, at) => {
    const role = mark.type === "mark" ? roleOf(sentence, mark, open) : "nothing";
    if (role === "nothing") {
      return;
    }
    const { [sortOf(mark)]: from = -1, ...others } = open;
    if (role === "closes") {
      spans.push([from, at]);
    }
    open = role === "opens" ? { ...others, [sortOf(mark)]: at } : others;
  });
  const rest = open.double ?? open.single;
  return rest === undefined ? spans : [...spans, [rest, tokens.length]];
}

function sortOf({ text }: SentenceToken): keyof OpenMarks {
  return SINGLE.test(text) ? "single" : "double";
}

type Role = "opens" | "closes" | "nothing";

function roleOf(sentence: string, mark: SentenceToken, open: OpenMarks): Role {
  if (!MARK.test(mark.text)) {
    return "nothing";
  }
  if (sortOf(mark) === "single") {
    return roleOfSingle(sentence, mark, open);
  }
  return open.double !== undefined || isClosing(sentence, mark) ? "closes" : "opens";
}

/**
 * A single mark is as often an apostrophe: as a quotation mark it opens before a word and closes after one. After a stop,
 * outside any other quotation, it closes a quotation opened in an earlier sentence.
 */
function roleOfSingle(sentence: string, { start, end }: SentenceToken, { single, double }: OpenMarks): Role {
  const [before, after] = [sentence.charAt(start - 1), sentence.charAt(end)];
  if (single === undefined && BEFORE_OPENING.test(before) && /\S/.test(after)) {
    return "opens";
  }
  const isAfterText = single === undefined ? STOP.test(before) && double === undefined : /\S/.test(before);
  return isAfterText && !LETTER.test(after) ? "closes" : "nothing";
}

/** With no quotation open: whether a mark can only close one. */
function isClosing(sentence: string, { text, start, end }: SentenceToken): boolean {
  if (text === "”" || text === "»") {
    return true;
  }
  if (text !== '"') {
    return false;
  }
  const isAfterText = start > 0 && /\S/.test(sentence.charAt(start - 1));
  return isAfterText && !LETTER.test(sentence.charAt(end));
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** A sentence and the indices of its tokens covered by facts. */
interface Quoting {
  readonly sentence: string;
  readonly tokens: readonly SentenceToken[];
  readonly known: ReadonlySet<number>;
}

function quotation({ sentence, tokens, known }: Quoting, from: number, to: number): Fact[] {
  const words = rangeOf(from + 1, to).filter((at) => tokens[at]?.type === "word");
  if (words.length === 0) {
    return [];
  }
  const unknown = words.flatMap((at) => (known.has(at) ? auxiliaryOf(tokens[at]) : (tokens[at]?.form ?? [])));
  const value = unknown.length > 0 ? unknown : words.map((at) => tokens[at]?.form ?? "");
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to]?.end ?? sentence.length;
  const text = sentence.slice(start, end).trim();
  const surface = text.length > MAX_SURFACE ? `${text.slice(0, MAX_SURFACE).trimEnd()}…` : text;
  return [
    {
      kind: "quotation",
      value: value.join(" "),
      surface,
      from: Math.max(from, 0),
      to: Math.min(to + 1, tokens.length),
    },
  ];
}

/** The verb in a negation, which remains when the negation goes: "is" in "isn't". */
function auxiliaryOf(token: SentenceToken | undefined): readonly string[] {
  const form = token?.form ?? "";
  if (form === "cannot") {
    return ["can"];
  }
  return form.endsWith("n't") ? [WHOLE.get(form) ?? form.slice(0, -3)] : [];
}

const WHOLE: ReadonlyMap<string, string> = new Map([
  ["won't", "will"],
  ["can't", "can"],
  ["shan't", "shall"],
]);
