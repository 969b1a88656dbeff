import { drawSome, type Random } from "./random.ts";

/** An answer to a question, and whether an honest model could have given it. */
export interface MadeAnswer {
  readonly kind: string;
  readonly text: string;
  readonly isHonest: boolean;
}

/** What an answer is made of. */
export interface Choosable {
  /** The sentences that may be chosen, by their ids from 1 on. */
  readonly sentences: readonly string[];
  /** The ids of those that can be chosen without the one before. */
  readonly free: readonly number[];
  /** Asides that a summary can do without. */
  readonly plain: readonly string[];
  readonly names: readonly string[];
}

type Make = (from: Choosable, random: Random) => string;

const ASIDE = /\(([^()]+)\)|, ([^,]+)(?:,|\.$)| [–—] ([^–—]+) [–—]/gu;
const MAX_CUTS = 3;
const LONG = 100_000;
const DEEP = 3_000;

function below(count: number, random: Random): number {
  return Math.floor(count * random());
}

function idIn({ free }: Choosable, random: Random): number {
  return free[below(free.length, random)] ?? 1;
}

function answer(...sentences: readonly { readonly id: unknown; readonly cuts?: unknown }[]): string {
  return JSON.stringify({ sentences });
}

/** One sentence or two, with cuts that a maker gives. */
function withCuts(cutsOf: (sentence: string, from: Choosable, random: Random) => readonly string[]): Make {
  return (from, random) => {
    const ids = drawSome(from.free, 1 + below(2, random), random);
    return answer(...ids.map((id) => ({ id, cuts: cutsOf(from.sentences[id - 1] ?? "", from, random) })));
  };
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Some words of a sentence as they follow each other, from any letter on or from the beginning of a word. */
function spanIn(sentence: string, random: Random, isWhole: boolean): string {
  const places = [...sentence.matchAll(isWhole ? /(?<=^|\s)\S/gu : /\S/gu)].map(({ index }) => index);
  const [a = 0, b = 0] = drawSome(places, 2, random).toSorted((x, y) => x - y);
  return sentence.slice(a, b);
}

function asidesIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(ASIDE)].map(([whole, a, b, c]) => a ?? b ?? c ?? whole);
}

const HONEST: Readonly<Record<string, Make>> = {
  "one sentence": (from, random) => answer({ id: idIn(from, random), cuts: [] }),
  "two sentences": withCuts(() => []),
  "plain asides": withCuts((sentence, { plain }) => plain.filter((aside) => sentence.includes(aside))),
  "in a code fence": (from, random) => `\`\`\`json\n${answer({ id: idIn(from, random), cuts: [] })}\n\`\`\``,
};

const LYING: Readonly<Record<string, Make>> = {
  "an id that is none": (_, random) =>
    answer({
      id: drawSome([0, -1, 1.5, 1e9, 2 ** 53, "1", null, "__proto__", [1], true], 1, random)[0],
      cuts: [],
    }),
  "an id twice": (from, random) => {
    const id = idIn(from, random);
    return answer({ id, cuts: [] }, { id, cuts: [] });
  },
  "too many": ({ sentences }) => answer(...sentences.map((_, at) => ({ id: at + 1, cuts: [] }))),
  "cut words": withCuts((sentence, _, random) => drawSome(wordsOf(sentence), MAX_CUTS, random)),
  "cut spans": withCuts((sentence, _, random) => [
    spanIn(sentence, random, true),
    spanIn(sentence, random, true),
  ]),
  "cut letters": withCuts((sentence, _, random) => [spanIn(sentence, random, false)]),
  "cut any aside": withCuts((sentence) => asidesIn(sentence)),
  "cut asides and more": withCuts((sentence, _, random) => [
    ...asidesIn(sentence),
    spanIn(sentence, random, true),
  ]),
  "cut half a name": withCuts((sentence, { names }) =>
    names.filter((name) => sentence.includes(name)).flatMap((name) => name.split(" ").slice(0, 1)),
  ),
  "cut all": withCuts((sentence) => [sentence]),
  "cut what is not there": withCuts(() => ["and the mayor is guilty"]),
  "cut to the end": withCuts((sentence, _, random) => [sentence.slice(1 + below(sentence.length, random))]),
  "overlapping cuts": withCuts((sentence, _, random) => {
    const aside = asidesIn(sentence)[0] ?? sentence;
    return [aside.slice(below(aside.length, random)), aside, aside.slice(0, below(aside.length, random))];
  }),
  "cut with a repeat": withCuts((sentence, _, random) => {
    const cut = spanIn(sentence, random, true);
    return [cut, cut, cut, cut, cut, cut];
  }),
  "cuts that are none": (from, random) =>
    answer({ id: idIn(from, random), cuts: drawSome(["not", { from: 1 }, [1, 2], 7, null], 1, random)[0] }),
  "words of its own": (from, random) =>
    JSON.stringify({ sentences: [{ id: idIn(from, random), cuts: [], text: "The mayor is guilty." }] }),
  prose: () => "The mayor of Velm has stolen the money of the harbour board.",
  "prose around JSON": (from, random) => `Here it is: ${answer({ id: idIn(from, random), cuts: [] })}`,
  "too long": (from, random) => answer({ id: idIn(from, random), cuts: ["x".repeat(LONG)] }),
  "too deep": () => `{"sentences":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}`,
  "prototype keys": (from, random) =>
    `{"__proto__":{"id":1},"sentences":[{"id":${idIn(from, random)},"cuts":[],"__proto__":{"x":1},"constructor":1}]}`,
  "another form": (_, random) =>
    drawSome(["", "null", "[]", "{}", "1", '{"sentences":{}}', '{"sentences":[]}'], 1, random)[0] ?? "",
};

/** An answer at random, honest in one case of three; the same for the same sequence. */
export function makeAnswer(from: Choosable, random: Random): MadeAnswer {
  const isHonest = random() < 1 / 3;
  const [made] = drawSome(Object.entries(isHonest ? HONEST : LYING), 1, random);
  const [kind, make] = made ?? ["nothing", () => ""];
  return { kind, text: make(from, random), isHonest };
}
