/** `npm run compare`: what a revision did, from two versions of a text in files. */
import { writeFileSync } from "node:fs";
import { styleText } from "node:util";
import { type Comparison, comparisonView } from "../functions/digest/publish/pages/comparison-view.ts";
import type { ComparisonView } from "../functions/digest/publish/pages/view-types.ts";
import { visibleText } from "../functions/digest/publish/wording/safe-text.ts";
import { compareStories } from "../functions/digest/revision/compare.ts";
import { comparisonJson } from "./compare/json.ts";
import { type CompareOptions, parseCompareOptions } from "./compare/options.ts";
import { type Paper, printComparison, verdictLines } from "./compare/print.ts";
import { isSameFile, problemOf, readVersion } from "./compare/versions.ts";
import type { Command } from "./runner/command.ts";
import { readSettings } from "./runner/reading.ts";
import { TroubleError, UsageError } from "./runner/usage.ts";

/** As diff(1) does; 2 is trouble. */
const DIFFERENT = 1;

/** Columns where the output is no terminal. */
const DEFAULT_WIDTH = 80;

export const compare: Command = async (args) => {
  const options = parseCompareOptions(args);
  try {
    const comparison = comparisonOf(options);
    await tell(comparison, options);
    process.exitCode = comparison.revision.kind === "cosmetic" ? process.exitCode : DIFFERENT;
  } catch (cause) {
    throw cause instanceof UsageError ? cause : new TroubleError(visibleText(messageOf(cause)), { cause });
  }
};

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function comparisonOf({ before: fileBefore, after: fileAfter, jsonFields, out }: CompareOptions): Comparison {
  const settings = readSettings(jsonFields);
  if (out !== undefined && [fileBefore, fileAfter].some((file) => isSameFile(file, out))) {
    throw new UsageError(`--out is ${visibleText(out)}, which is compared: name another file`);
  }
  const before = readVersion(fileBefore, settings);
  const after = readVersion(fileAfter, settings);
  return { before, after, revision: compareStories(before, after), names: [fileBefore, fileAfter] };
}

async function tell(comparison: Comparison, { form, out }: CompareOptions): Promise<void> {
  if (form === "json") {
    console.log(comparisonJson(comparison));
    return;
  }
  const view = viewOf(comparison);
  if (form === "text") {
    console.log(printComparison(view, paper()));
    return;
  }
  const page = await pageOf(view);
  if (out === undefined) {
    console.log(page.trimEnd());
  } else {
    save(out, page);
    console.log([...verdictLines(view, paper()), `Saved in ${visibleText(out)}.`].join("\n"));
  }
}

function viewOf(comparison: Comparison): ComparisonView {
  const view = comparisonView(comparison);
  const [before = "", after = ""] = comparison.names ?? [];
  return isSameFile(before, after)
    ? { ...view, notes: [...view.notes, "Both names lead to the same file."] }
    : view;
}

/** Loaded for a page only: the templates may have to be compiled first, which the text needs not. */
async function pageOf(view: ComparisonView): Promise<string> {
  const { precompileTemplates } = await import("../templates/precompile.ts");
  precompileTemplates();
  const { renderPage } = await import("../functions/digest/publish/pages/render.ts");
  return renderPage(view);
}

function save(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (cause) {
    const isFolderMissing = Object(cause).code === "ENOENT";
    const problem = isFolderMissing ? "its folder does not exist; make it first" : problemOf(cause);
    throw new Error(`cannot write the page ${file}: ${problem}`, { cause });
  }
}

/** Node knows what NO_COLOR and FORCE_COLOR ask for. */
function paper(): Paper {
  return { width: process.stdout.columns ?? DEFAULT_WIDTH, hasColours: styleText("red", "x") !== "x" };
}
