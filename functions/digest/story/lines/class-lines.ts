import { contentsLines } from "./contents-list.ts";
import { isWeather } from "./counter-forms.ts";
import { classOf, isSiteName, type LineClass } from "./line-class.ts";
import { isLinkTitle } from "./related.ts";
import { isAboutPages, isPolicy } from "./walls.ts";

/** Titles under one heading of related links. */
const MAX_RELATED = 20;

type Classes = (LineClass | undefined)[];

/**
 * The class of each line of a story; `undefined` where it is the story's own. A line is classed by its whole form; what needs
 * its neighbours is read here: titles under a heading of related links, names of sites beside buttons, weather that stands
 * alone, a printed list of contents. A line that the story introduces with a colon is its own, and so are notices on cookies or subscriptions in a story
 * that is about them, by its title or by what it says.
 */
export function classLines(
  lines: readonly string[],
  title = lines[0] ?? "",
): readonly (LineClass | undefined)[] {
  const classes: Classes = lines.map(classOf);
  keepHeadline(classes);
  keepIntroduced(lines, classes);
  const lastOwn = classes.lastIndexOf(undefined);
  for (let index = 0; index < lines.length; index++) {
    if (classes[index] === "related heading") {
      index = classRelated(lines, classes, { heading: index, lastOwn }) - 1;
    }
  }
  classSites(lines, classes);
  classWeather(lines, classes);
  for (const index of contentsLines(lines)) {
    classes[index] ??= "page line";
  }
  const isAbout =
    classes.includes("notice") &&
    (isPolicy(title) || isAboutPages(lines.filter((_, n) => classes[n] === undefined)));
  return isAbout
    ? classes.map((found, n) => (isOwnNotice(found, lines[n] ?? "") ? undefined : found))
    : classes;
}

/** A shorter notice is a button of its site, whatever the story is about: "Sign up for our newsletter". */
const BUTTON_WORDS = 6;
const DIGIT = /\p{Nd}/u;

function isOwnNotice(found: LineClass | undefined, line: string): boolean {
  return found === "notice" && (line.split(" ").length > BUTTON_WORDS || DIGIT.test(line));
}

/** Nothing related stands above the headline, which may begin with a word of the desk: "Watch: …". */
function keepHeadline(classes: Classes): void {
  if (classes[0] === "related heading" || classes[0] === "related") {
    classes[0] = undefined;
  }
}

const INTRODUCES = /[:：]$/u;

function keepIntroduced(lines: readonly string[], classes: Classes): void {
  let isIntroduced = false;
  for (const [index, line] of lines.entries()) {
    const found = classes[index];
    if (found === undefined) {
      isIntroduced = INTRODUCES.test(line);
    } else if (isIntroduced && (found === "counter" || found === "page line")) {
      classes[index] = undefined;
    } else {
      isIntroduced = false;
    }
  }
}

/**
 * The titles below a heading, up to the first line that is none. Where the story goes on after them, the last of several may
 * be a heading of the story: it stays. Gives the line after them.
 */
function classRelated(
  lines: readonly string[],
  classes: Classes,
  { heading, lastOwn }: { readonly heading: number; readonly lastOwn: number },
): number {
  let end = heading + 1;
  while (end < lines.length && end - heading <= MAX_RELATED && isRelated(lines[end] ?? "", classes[end])) {
    end++;
  }
  const last = end > lastOwn || end - heading <= 2 ? end : end - 1;
  for (let index = heading + 1; index < last; index++) {
    classes[index] ??= "related";
  }
  return end;
}

function isRelated(line: string, found: LineClass | undefined): boolean {
  return found === undefined ? isLinkTitle(line) : found !== "related heading";
}

function classSites(lines: readonly string[], classes: Classes): void {
  for (const [index, line] of lines.entries()) {
    const isBeside = classes[index - 1] === "page line" || classes[index + 1] === "page line";
    if (isBeside && classes[index] === undefined && isSiteName(line)) {
      classes[index] = "page line";
    }
  }
}

function classWeather(lines: readonly string[], classes: Classes): void {
  const [only, ...more] = lines.flatMap((line, index) => (index > 0 && isWeather(line) ? [index] : []));
  if (only !== undefined && more.length === 0) {
    classes[only] ??= "counter";
  }
}
