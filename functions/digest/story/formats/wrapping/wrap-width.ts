import type { LineBreak } from "./line-breaks.ts";

/** Widths at which texts are wrapped, in columns. */
const WIDTH = { least: 30, most: 240 } as const;
/** Fewest line ends inside sentences that show a width, and the least share of them that agree on it. */
const MIN_BREAKS = 3;
const MIN_SHARE = 0.7;
/** Least width that two of them show; verse is narrower. In scripts without small letters, none is as narrow as that of verse. */
const MIN_LONE_WIDTH = { small: 45, caseless: 34 } as const;

/**
 * The width at which a text was wrapped, if one explains most line ends inside its sentences: a line is as long as the width
 * allows, so that the first word of the next did not fit. Of several widths that explain as many, the least. Linear.
 */
export function wrapWidth(breaks: readonly LineBreak[]): number | undefined {
  const inside = breaks.filter(({ goesOn }) => goesOn !== undefined);
  if (inside.length < 2) {
    return undefined;
  }
  const { width, votes } = mostVoted(inside);
  const isSure =
    inside.length < MIN_BREAKS
      ? votes === inside.length && width >= MIN_LONE_WIDTH.small
      : votes >= MIN_SHARE * inside.length;
  return isSure ? withLongest(width, breaks) : undefined;
}

/** The width that few lines show: all of them are full at it, and it is no narrow one. */
export function loneWidth(breaks: readonly LineBreak[]): number | undefined {
  const inside = breaks.filter(({ goesOn }) => goesOn === "small" || goesOn === "caseless");
  const width = inside.length === 0 ? 0 : withLongest(mostVoted(inside).width, breaks);
  const isCaseless = breaks.length > 1 && inside.every(({ goesOn }) => goesOn === "caseless");
  const least = MIN_LONE_WIDTH[isCaseless ? "caseless" : "small"];
  return width >= least && breaks.every((line) => explains(width, line)) ? width : undefined;
}

/** Whether a line is as long as the width allows. */
export function isFull({ columns, wanted }: LineBreak, width: number): boolean {
  return columns + wanted > width;
}

/** Whether a line end may be a wrap at this width: the line is full and fits. */
export function explains(width: number, { columns, wanted }: LineBreak): boolean {
  return columns <= width && columns + wanted > width;
}

function mostVoted(breaks: readonly LineBreak[]): { readonly width: number; readonly votes: number } {
  const steps = new Array<number>(WIDTH.most + 2).fill(0);
  for (const { columns, wanted } of breaks) {
    if (columns <= WIDTH.most && columns + wanted > WIDTH.least) {
      const [from, to] = [Math.max(columns, WIDTH.least), Math.min(columns + wanted, WIDTH.most + 1)];
      steps[from] = (steps[from] ?? 0) + 1;
      steps[to] = (steps[to] ?? 0) - 1;
    }
  }
  let [votes, width, running]: [number, number, number] = [0, WIDTH.least, 0];
  for (const [at, step] of steps.entries()) {
    running += step;
    if (running > votes) {
      [votes, width] = [running, at];
    }
  }
  return { width, votes };
}

/** The longest line that the same line ends allow: lines that end with a sentence show the width, too. */
function withLongest(width: number, breaks: readonly LineBreak[]): number {
  const agreeing = breaks.filter((line) => line.goesOn !== undefined && explains(width, line));
  const most = agreeing.reduce(
    (least: number, { columns, wanted }) => Math.min(least, columns + wanted - 1),
    WIDTH.most,
  );
  return breaks.reduce(
    (widest, { columns }) => (columns <= most ? Math.max(widest, columns) : widest),
    width,
  );
}
