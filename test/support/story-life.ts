import type { Random } from "../../bench/data/random.ts";
import type { TextId } from "./story-texts.ts";

/** Texts a story remembers besides its own. */
const REMEMBERED = 8;
const UNSTABLE_RETURNS = 3;
const MAX_EDITION = 3;

/** An absence among the states of a story. */
const ABSENT = "absent";
const UNSTABLE_ABSENCES = 3;

type State = TextId | typeof ABSENT;

/** What the model knows of the story under a key. */
export interface Life {
  readonly text: TextId;
  readonly history: readonly State[];
  readonly firstSeen: string;
}

/** What a day's edition should say of a story: `renamed b.txt < a.txt, revised`. */
export type Line = string;

/**
 * A model of a corpus that changes from day to day, and of what should be told, written from the table in
 * docs/architecture.md and not from the code. Every story takes part in at most one operation a day.
 */
export interface Model {
  /** Key and text of every story. */
  readonly corpus: ReadonlyMap<string, TextId>;
  /** The slot at which each story was first seen, by its key. */
  firstSeen(): ReadonlyMap<string, string>;
  /** Changes the corpus at random; returns what the edition of this slot should say. */
  live(slot: string, operations: number): readonly Line[];
  /** For what happens to many stories at once; see `accident-life.ts`. */
  readonly world: World;
}

/** The inside of a model. */
export interface World {
  readonly lives: Map<string, Life>;
  /** Stories that are gone from the corpus and yet in the snapshot. */
  readonly missing: Map<string, Life>;
  /** Stories that were removed since the day began, and those among them whose key has another story. */
  readonly removed: readonly { readonly key: string; readonly line: Line; readonly isReplaced: boolean }[];
  /** Begins a day on which every story may take part in one operation; another slot of it if `isSameDay`. */
  begin(slot: string, isSameDay?: boolean): void;
  /** Operations at random, of these if given. */
  operate(count: number, names?: readonly (typeof OPERATIONS)[number][]): readonly Line[];
  /** A missing story is back: under this key, with this text or the one it had. */
  restore(key: string, how: "same" | "edited" | "moved" | "moved and edited"): readonly Line[];
  /** A missing story is removed for good. */
  confirm(key: string): Line;
  /** A story that was removed today is missing instead. */
  hold(key: string): void;
}

/** What may happen to one story, the more frequent ones twice. */
const OPERATIONS = [
  "add",
  "add",
  "edit",
  "edit",
  "edit",
  "rename",
  "renameAndEdit",
  "renameAndEdit",
  "remove",
  "giveBack",
  "giveBack",
  "turnBack",
  "reuse",
  "reuseAndMove",
  "swap",
  "copy",
] as const;

export function createModel(random: Random): Model {
  const lives = new Map<string, Life>();
  const missing = new Map<string, Life>();
  const removed: World["removed"][number][] = [];
  let absent: (Life & { readonly key: string })[] = [];
  let [stories, keys] = [0, 0];
  let busy = new Set<string>();
  let slot = "";
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const newKey = (): string => {
    keys += 1;
    return `${pick(["a", "m", "z"])}/${String((keys * 7919) % 1000).padStart(3, "0")}-${keys}.txt`;
  };
  const newText = (): TextId => {
    stories += 1;
    return `${stories}.0`;
  };
  const idle = (): string | undefined => {
    const key = pick([...lives.keys()].filter((each) => !isBusy(each)));
    const life = key === undefined ? undefined : lives.get(key);
    if (key === undefined || life === undefined) {
      return undefined;
    }
    busy.add(key);
    busy.add(storyOf(life.text));
    return key;
  };
  const isBusy = (key: string): boolean => busy.has(key) || busy.has(storyOf(lives.get(key)?.text ?? "0.0"));
  const take = (key: string): Life => {
    const life = lives.get(key);
    if (life === undefined) {
      throw new Error(`no story under ${key}`);
    }
    lives.delete(key);
    return life;
  };
  const put = (key: string, life: Life): void => {
    busy.add(key);
    lives.set(key, life);
  };
  const add = (key: string, text: TextId): Line => {
    put(key, { text, history: [], firstSeen: slot });
    busy.add(storyOf(text));
    return `added ${key}`;
  };
  /** The story goes on under this key with this text; returns what is told of the text. */
  const goOn = (life: Life, key: string, text: TextId): "same" | "revised" | "reverted" | "unstable" => {
    if (text === life.text) {
      put(key, life);
      return "same";
    }
    const states: readonly State[] = [text, life.text, ...life.history];
    put(key, { ...life, text, history: states.slice(1, 1 + REMEMBERED) });
    const isBack = life.history.includes(text);
    const returns = states.filter((state, at) => state !== ABSENT && states.includes(state, at + 1)).length;
    if (!isBack) {
      return "revised";
    }
    return returns >= UNSTABLE_RETURNS ? "unstable" : "reverted";
  };
  const edited = ({ text }: Life): TextId => {
    const [story, edition] = text.split(".").map(Number);
    const others = Array.from({ length: MAX_EDITION + 1 }, (_, each) => each).filter(
      (each) => each !== edition,
    );
    return `${story ?? 0}.${pick(others) ?? 0}`;
  };
  const move = (from: string, to: string, isEdited: boolean): Line =>
    moveLife(take(from), from, to, isEdited);
  const moveLife = (life: Life, from: string, to: string, isEdited: boolean): Line => {
    const told = goOn(life, to, isEdited ? edited(life) : life.text);
    return told === "unstable"
      ? `unstable ${to}`
      : `renamed ${to} < ${from}${told === "same" ? "" : `, ${told}`}`;
  };
  const remove = (key: string, isReplaced = false): Line => {
    const line = bury(key, take(key));
    removed.push({ key, line, isReplaced });
    return line;
  };
  const bury = (key: string, life: Life): Line => {
    absent.push({ ...life, key });
    return isFlapping(life.history) ? `unstable ${key}` : `removed ${key}`;
  };
  const textOfReturn = (life: Life): TextId =>
    random() < 0.5 && countKin(life) === 0 ? edited(life) : life.text;
  const giveBack = (life: Life & { readonly key: string }, to: string): Line => {
    absent = absent.filter((each) => each !== life);
    busy.add(storyOf(life.text));
    const text = textOfReturn(life);
    const told = goOn(life, to, text);
    const states: readonly State[] = [ABSENT, ...(lives.get(to) ?? life).history];
    const remembered = states.slice(0, REMEMBERED);
    put(to, { text, history: remembered, firstSeen: life.firstSeen });
    if (told === "unstable" || isFlapping(remembered)) {
      return `unstable ${to}`;
    }
    return `returned ${to}${to === life.key ? "" : ` < ${life.key}`}${told === "same" ? "" : `, ${told}`}`;
  };
  /** How many stories, there or absent, have a text like this one. */
  const countKin = ({ text }: Pick<Life, "text">): number =>
    [...lives.values(), ...missing.values(), ...absent].filter((each) => storyOf(each.text) === storyOf(text))
      .length;
  const isTaken = (key: string): boolean => lives.has(key) || missing.has(key);
  const isIdleAbsent = ({ text }: Life): boolean => !busy.has(storyOf(text));
  const operations = {
    add: () => [add(newKey(), newText())],
    edit: () =>
      withIdle((key) => {
        const life = take(key);
        return [`${goOn(life, key, edited(life))} ${key}`];
      }),
    rename: () => withIdle((key) => [move(key, newKey(), false)]),
    renameAndEdit: () => withIdle((key) => [move(key, newKey(), isSingle(key))]),
    remove: () => withIdle((key) => [remove(key)]),
    giveBack: () => {
      const life = pick(
        absent.filter((each) => isIdleAbsent(each) && !isTaken(each.key) && !busy.has(each.key)),
      );
      return life === undefined
        ? []
        : [giveBack(life, random() < 0.7 || countKin(life) > 1 ? life.key : newKey())];
    },
    turnBack: () => {
      const life = pick(
        absent.filter((each) => isIdleAbsent(each) && lives.has(each.key) && isSingle(each.key)),
      );
      if (life === undefined || isBusy(life.key)) {
        return [];
      }
      busy.add(storyOf(lives.get(life.key)?.text ?? "0.0"));
      return [remove(life.key, true), giveBack(life, life.key)];
    },
    reuse: () =>
      withIdle((key) => {
        const line = remove(key, true);
        return [line, add(key, newText())];
      }),
    reuseAndMove: () =>
      withIdle((key) => {
        const isEdited = isSingle(key) && random() < 0.5;
        const before = take(key);
        return [add(key, newText()), moveLife(before, key, newKey(), isEdited)];
      }),
    swap: () =>
      withIdle((a) =>
        withIdle((b) => {
          if (!isSingle(a) || !isSingle(b)) {
            return [];
          }
          const [one, other] = [take(a), take(b)];
          return [moveLife(one, a, b, false), moveLife(other, b, a, false)];
        }),
      ),
    copy: () => withIdle((key) => (isSingle(key) ? [add(newKey(), lives.get(key)?.text ?? "0.0")] : [])),
    massMove: () => {
      const folder = pick(["a/", "m/", "z/"]) ?? "";
      const moved = [...lives.keys()].filter(
        (key) => key.startsWith(folder) && !isBusy(key) && isSingle(key),
      );
      const isEdited = random() < 0.5;
      return moved.map((key) => {
        busy.add(storyOf(lives.get(key)?.text ?? "0.0"));
        return move(key, newKey(), isEdited);
      });
    },
  };
  const withIdle = (act: (key: string) => readonly Line[]): readonly Line[] => {
    const key = idle();
    return key === undefined ? [] : act(key);
  };
  /** Whether no other story has a text like this one, there or absent. */
  const isSingle = (key: string): boolean => countKin(lives.get(key) ?? { text: "0.0" }) === 1;
  const world: World = {
    lives,
    missing,
    removed,
    begin(today, isSameDay = false) {
      slot = today;
      if (!isSameDay) {
        busy = new Set();
        removed.length = 0;
      }
    },
    operate: (count, names = OPERATIONS) =>
      Array.from({ length: count }, () => operations[pick(names) ?? "add"]()).flat(),
    restore(key, how) {
      const life = missing.get(key);
      if (life === undefined || !isIdleAbsent(life)) {
        return [];
      }
      missing.delete(key);
      busy.add(storyOf(life.text));
      const sure = countKin(life) === 0 ? how : "same";
      const isEdited = sure.endsWith("edited");
      if (sure.startsWith("moved")) {
        return [moveLife(life, key, newKey(), isEdited)];
      }
      const told = goOn(life, key, isEdited ? edited(life) : life.text);
      return [`${told} ${key}`].filter((line) => !line.startsWith("same"));
    },
    confirm(key) {
      const life = missing.get(key);
      if (life === undefined) {
        throw new Error(`${key} is not missing`);
      }
      missing.delete(key);
      busy.add(storyOf(life.text));
      return bury(key, life);
    },
    hold(key) {
      const at = absent.findLastIndex((each) => each.key === key);
      const [life] = absent.splice(at, 1);
      if (life !== undefined) {
        const { key: _, ...rest } = life;
        missing.set(key, rest);
      }
    },
  };
  return {
    world,
    get corpus() {
      return new Map([...lives].map(([key, { text }]) => [key, text]));
    },
    firstSeen: () => new Map([...lives, ...missing].map(([key, { firstSeen }]) => [key, firstSeen])),
    live(today, count) {
      world.begin(today);
      const lines = world.operate(count);
      return [...lines, ...(random() < 0.1 ? operations.massMove() : [])];
    },
  };
}

function isFlapping(states: readonly State[]): boolean {
  return states.filter((state) => state === ABSENT).length >= UNSTABLE_ABSENCES;
}

/** The story that a text is an edition of. */
export function storyOf(text: string): string {
  return text.split(".")[0] ?? "";
}
