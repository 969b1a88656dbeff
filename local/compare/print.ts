import { styleText } from "node:util";
import { leftToRight } from "../../functions/digest/publish/mail/view/facts.ts";
import type { RunView } from "../../functions/digest/publish/mail/view/view-types.ts";
import type {
  BlockView,
  ChangeLine,
  ChangeSort,
  ComparedFact,
  ComparisonView,
  VersionView,
} from "../../functions/digest/publish/pages/view-types.ts";
import { type Piece, wrapPieces } from "./layout.ts";

/** The terminal, or what stands in its place. */
export interface Paper {
  /** Columns of a line. */
  readonly width: number;
  /** Whether words are marked by their colour; otherwise as `[-removed-]` and `{+added+}`. */
  readonly hasColours: boolean;
}

type Style = "plain" | "strong" | "soft" | "removed" | "added" | `mark of ${ChangeSort}`;

const STYLES = {
  strong: ["bold"],
  soft: ["dim"],
  removed: ["red", "strikethrough"],
  added: ["green", "underline"],
  "mark of removed": ["red"],
  "mark of added": ["green"],
  "mark of edited": ["yellow"],
  "mark of moved": ["cyan"],
} as const satisfies Record<Exclude<Style, "plain">, Parameters<typeof styleText>[0]>;

/** What stands in the margin of a change. */
const MARKS: Readonly<Record<ChangeSort, string>> = { edited: "~", added: "+", removed: "-", moved: ">" };
/** What the mark in the margin says as well. */
const SAID_BY_MARK: readonly string[] = ["Edited", "Added", "Removed", "Was", "Now"];

const NAME_WIDTH = 8;
const KIND_WIDTH = 11;

/** A comparison as lines of text: versions, verdict, facts, then the changes in their context. */
export function printComparison(view: ComparisonView, paper: Paper): string {
  const parts = [
    view.versions.flatMap((version) => versionLines(version, paper)),
    verdictLines(view, paper),
    section(
      "Facts",
      view.facts.flatMap((fact) => factLines(fact, paper)),
      view.factsMore,
      paper,
    ),
    section(
      "Text",
      view.blocks.flatMap((block) => blockLines(block, paper)),
      view.blocksMore,
      paper,
    ),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** `Substantive: 2 sentences edited, 1 added.`, and the notes on it. */
export function verdictLines({ kind, verdict, notes }: ComparisonView, paper: Paper): readonly string[] {
  const sentence = [piece(`${kind}:`, "strong"), piece(` ${verdict}.`)];
  return [sentence, ...notes.map((note) => [piece(note)])].flatMap((pieces) => lines(pieces, [], "", paper));
}

function versionLines({ word, name, about, headline }: VersionView, paper: Paper): readonly string[] {
  const hanging = " ".repeat(NAME_WIDTH);
  return [
    ...lines(
      [piece(name), piece(` (${about})`, "soft")],
      [piece(word.padEnd(NAME_WIDTH), "soft")],
      hanging,
      paper,
    ),
    ...lines([piece(headline, "strong")], [piece(hanging)], hanging, paper),
  ];
}

function section(title: string, content: readonly string[], more: string, paper: Paper): readonly string[] {
  const end = more === "" ? [] : [`  ${more}`];
  return content.length === 0 ? [] : [inked(title, "strong", paper), ...content, ...end];
}

function factLines({ kind, gap, lang: _, dir: __, ...fact }: ComparedFact, paper: Paper): readonly string[] {
  const { label, lead, before, after, mark, tail } = leftToRight({ ...fact, isHero: false });
  const words = [
    [piece(label === "" ? "" : `${label}:`, "soft")],
    [piece(lead)],
    [piece(before, "soft"), piece(before !== "" && after !== "" ? " → " : ""), piece(after, "strong")],
    [piece(mark)],
  ].filter((pieces) => pieces.some(({ text }) => text !== ""));
  const pieces = [
    ...words.flatMap((one, at) => (at === 0 ? one : [piece(" "), ...one])),
    piece(`${gap}${tail}`),
  ];
  return lines(pieces, [piece(`  ${kind.padEnd(KIND_WIDTH)}`, "soft")], " ".repeat(KIND_WIDTH + 2), paper);
}

function blockLines({ folded, kept, lines: changes }: BlockView, paper: Paper): readonly string[] {
  if (folded !== "") {
    return [inked(`    … ${folded}`, "soft", paper)];
  }
  return [
    ...kept.flatMap((sentence) => lines([piece(sentence, "soft")], [piece("    ")], "    ", paper)),
    ...changes.flatMap((change) => changeLines(change, paper)),
  ];
}

function changeLines({ sort, word, runs }: ChangeLine, paper: Paper): readonly string[] {
  const name = SAID_BY_MARK.includes(word) ? [] : [piece(`${word}: `, "soft")];
  const margin = [piece("  "), piece(MARKS[sort], `mark of ${sort}`), piece(" ")];
  return lines([...name, ...runs.flatMap((run) => runPieces(run, paper))], margin, "    ", paper);
}

function runPieces({ kept, removed, added }: RunView, { hasColours }: Paper): readonly Piece<Style>[] {
  const isReplaced = removed !== "" && added !== "";
  return [
    piece(kept),
    piece(removed === "" || hasColours ? removed : `[-${removed}-]`, "removed"),
    piece(isReplaced && hasColours ? " " : ""),
    piece(added === "" || hasColours ? added : `{+${added}+}`, "added"),
  ].filter(({ text }) => text !== "");
}

function piece(text: string, style: Style = "plain"): Piece<Style> {
  return { text, style };
}

function lines(
  pieces: readonly Piece<Style>[],
  first: readonly Piece<Style>[],
  hanging: string,
  paper: Paper,
): readonly string[] {
  return wrapPieces(pieces, "plain", { first, hanging, width: paper.width }).map((line) =>
    line.map(({ text, style }) => inked(text, style, paper)).join(""),
  );
}

function inked(text: string, style: Style, { hasColours }: Paper): string {
  return style === "plain" || !hasColours ? text : styleText(STYLES[style], text, { validateStream: false });
}
