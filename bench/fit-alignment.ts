/**
 * `node bench/fit-alignment.ts FOLDER`: fits the aligner's weights (`WEIGHTS` and `OPEN_COST` of
 * `functions/digest/revision/align/gap-scores.ts`) to the alignments in a folder, and measures them by
 * cross-validation: each document is aligned with weights fitted without it and without the other drafts of its
 * text. One JSON line per figure on standard output; about a minute.
 */

import { DataError, readAlignments } from "./data/data-folder.ts";
import { edgesOf, type FitDocument, fitDocument } from "./fit/fit-documents.ts";
import { fitWeights } from "./fit/fit-weights.ts";
import type { Weights } from "./fit/gap-model.ts";
import { f1Of, SIDES, scoreAlignment, sumTallies } from "./measures/alignment-score.ts";
import type { Measurement } from "./measures/figure.ts";
import { rounded } from "./measures/mean.ts";

const FOLDS = 10;

try {
  const folder = process.argv[2];
  if (folder === undefined) {
    throw new DataError("a data folder is needed; usage: fit-alignment FOLDER");
  }
  for (const figure of fitAlignment(folder)) {
    console.log(JSON.stringify(figure));
  }
} catch (error) {
  if (!(error instanceof DataError)) {
    throw error;
  }
  console.error(`fit-alignment: ${error.message}`);
  process.exitCode = 1;
}

function fitAlignment(folder: string): Measurement[] {
  const documents = readAlignments(folder).map(fitDocument);
  const fitted = fitWeights(documents.flatMap(({ gaps }) => gaps));
  const folds = crossFit(documents);
  return [
    ...Object.entries(fitted).map(([name, weight]): Measurement => {
      return { figure: `weight, ${name}`, value: rounded(weight, 2) };
    }),
    ...figuresOf("fitted on all", [{ documents, weights: fitted }]),
    ...figuresOf("cross-validated", folds),
  ];
}

/** Documents, and the weights to align them with. */
interface Fold {
  readonly documents: readonly FitDocument[];
  readonly weights: Weights;
}

function crossFit(documents: readonly FitDocument[]): Fold[] {
  const texts = textNumbers(documents);
  const folds = Array.from({ length: Math.min(FOLDS, new Set(texts).size) }, (_, fold) => fold);
  return folds.map((fold) => {
    const isIn = (_: FitDocument, n: number) => (texts[n] ?? 0) % folds.length === fold;
    const others = documents.filter((document, n) => !isIn(document, n));
    return {
      documents: documents.filter(isIn),
      weights: fitWeights(others.flatMap(({ gaps }) => gaps)),
    };
  });
}

/** A number for each document; drafts of the same text, where one's after is another's before, share a number. */
function textNumbers(documents: readonly FitDocument[]): number[] {
  const numbers = new Map<string, number>();
  return documents.map(({ before, after }, n) => {
    const [from, to] = [before.join("\n"), after.join("\n")];
    const number = numbers.get(from) ?? numbers.get(to) ?? n;
    numbers.set(from, number).set(to, number);
    return number;
  });
}

function figuresOf(name: string, folds: readonly Fold[]): Measurement[] {
  const scores = folds.flatMap(({ documents, weights }) => {
    return documents.map((document) =>
      scoreAlignment({ ...document, ours: edgesOf(document, weights), theirs: document.edges }),
    );
  });
  return SIDES.map((side): Measurement => {
    const { right, wrong, missed } = sumTallies(scores.map((score) => score[side]));
    const value = rounded(100 * f1Of({ right, wrong, missed }), 1);
    return { figure: `alignment in place F1 %, ${side}, ${name}`, value, right, wrong, missed };
  });
}
