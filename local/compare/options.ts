import { parseStrictly } from "../runner/options.ts";
import { UsageError } from "../runner/usage.ts";

/** What a comparison is printed as. */
export type CompareForm = "text" | "html" | "json";

/** Options of `npm run compare`. */
export interface CompareOptions {
  readonly before: string;
  readonly after: string;
  readonly form: CompareForm;
  /** Where the page goes; standard output if absent. */
  readonly out?: string;
  readonly jsonFields: string;
}

/** Two files, and what is printed of them. Throws {@link UsageError}. */
export function parseCompareOptions(args: readonly string[]): CompareOptions {
  const options = {
    html: { type: "boolean" },
    out: { type: "string" },
    json: { type: "boolean" },
    "json-fields": { type: "string" },
  } as const;
  const { values, positionals } = parseStrictly({ args: [...args], options, allowPositionals: true });
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError(
      `expected two files, the earlier version and the later one, found ${positionals.length}`,
    );
  }
  const { html: isHtml = false, json: isJson = false, out } = values;
  if (isHtml && isJson) {
    throw new UsageError("--html and --json cannot be combined: choose one");
  }
  checkOut(out, isHtml);
  const jsonFields = values["json-fields"] ?? "";
  return { before, after, form: formOf(isHtml, isJson), jsonFields, ...(out !== undefined && { out }) };
}

function checkOut(out: string | undefined, isHtml: boolean): void {
  if (out !== undefined && !isHtml) {
    throw new UsageError("--out is where the page goes: name --html too");
  }
  if (out === "") {
    throw new UsageError("--out is empty: expected the name of a file such as changes.html");
  }
}

function formOf(isHtml: boolean, isJson: boolean): CompareForm {
  if (isHtml) {
    return "html";
  }
  return isJson ? "json" : "text";
}
