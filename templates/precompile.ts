/**
 * Compiles the Handlebars templates of this folder into `compiled-templates.js` in `functions/digest/publish/mail/`, and
 * those of its folder `pages/` into that in `publish/pages/`, so that the Lambda carries only the templates of the email.
 * The files are built wherever the job runs, is tested or is bundled, and never committed; the Lambda contains only the
 * Handlebars runtime. `npm ci` builds them as well, so that a checkout that cannot be written afterwards runs the job too.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const TEMPLATES = fileURLToPath(new URL(".", import.meta.url));
const EXTENSION = ".hbs";

/** What a set of templates prints, which is the folder of `publish/` that prints them. */
export type TemplateSet = "mail" | "pages";

/** A template: `digest.html`, `partials/story.html`, `pages/comparison.html`. */
export interface TemplateFile {
  readonly name: string;
  readonly source: string;
}

/**
 * Writes the compiled templates, in about 130 ms with loading the compiler. A file that was compiled from the same templates, by the same
 * code and version of Handlebars, is left alone, which takes 3 ms.
 */
export function precompileTemplates(): void {
  for (const set of ["mail", "pages"] as const) {
    const files = templateFiles(set);
    const stamp = stampOf(files);
    const compiled = compiledFile(set);
    if (!readIfThere(compiled)?.startsWith(stamp)) {
      write(compiled, stamp + moduleOf(files));
    }
  }
}

/** The first line of the compiled file, a comment: what all that it is made of comes to. */
function stampOf(files: readonly TemplateFile[]): string {
  const { version } = require("handlebars/package.json") as typeof import("handlebars/package.json");
  const made = JSON.stringify([version, readFileSync(import.meta.filename, "utf8"), files]);
  return `// ${createHash("sha256").update(made).digest("hex")}\n`;
}

function moduleOf(files: readonly TemplateFile[]): string {
  const specs = files.map(({ name, source }) => `  ${JSON.stringify(name)}: ${specOf(name, source)},`);
  return `export const templates = {\n${specs.join("\n")}\n};\n`;
}

function compiledFile(set: TemplateSet): string {
  return fileURLToPath(new URL(`../functions/digest/publish/${set}/compiled-templates.js`, import.meta.url));
}

function specOf(name: string, source: string): string {
  const { precompile } = require("handlebars") as typeof import("handlebars");
  const trimmed = withoutLastNewline(isHtml(name) ? withoutIndent(source) : source);
  const spec = precompile(trimmed, {
    strict: true,
    knownHelpersOnly: true,
    noEscape: !isHtml(name),
  });
  return withoutPlaces(withoutFallback(String(spec)));
}

/** The templates of a set, which share no partials with the other. Sorted for stable output. */
export function templateFiles(set: TemplateSet): readonly TemplateFile[] {
  return allTemplates().filter(({ name }) => name.startsWith("pages/") === (set === "pages"));
}

function allTemplates(): readonly TemplateFile[] {
  return readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(EXTENSION))
    .map((file) => join(file.parentPath, file.name))
    .toSorted()
    .map((path) => ({
      name: relative(TEMPLATES, path).replaceAll("\\", "/").slice(0, -EXTENSION.length),
      source: readFileSync(path, "utf8"),
    }));
}

/** Only templates named `.html` are HTML: their values are escaped, those of plain text are not. */
function isHtml(name: string): boolean {
  return name.endsWith(".html");
}

/** Indentation helps readers of the template; in the email it would cost bytes on every line. */
function withoutIndent(source: string): string {
  return source.replaceAll(/^[ \t]+/gm, "");
}

/** A one-line template is printed inside a line of another, where its newline would split words. */
function withoutLastNewline(source: string): string {
  return source.indexOf("\n") === source.length - 1 ? source.slice(0, -1) : source;
}

/** Handlebars adds a property lookup for runtimes before 4.6 to every function: 5 kB that ours never uses. */
function withoutFallback(spec: string): string {
  return spec.replaceAll(/ \|\| function\(parent, propertyName\) \{[^}]*\}\s*return undefined\s*\}/g, "");
}

/** With each field and block goes its place in the template, for an error message that also names the field: 14 kB. */
function withoutPlaces(spec: string): string {
  return spec.replaceAll(/,\s?(?:"loc":)?\{"start":\{[^{}]*\},"end":\{[^{}]*\}\}/g, "");
}

/** Another process sees the file as it was or as it is now, never a part of it. */
function write(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot compile the templates: ${reason}: run npm ci while the checkout can be written`, {
      cause,
    });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  precompileTemplates();
}
