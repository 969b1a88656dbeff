/**
 * Compiles the Handlebars templates of this folder into `functions/digest/publish/mail/compiled-templates.js`, which
 * `publish/` imports. The file is built wherever the job is run, tested or bundled, and never committed;
 * the Lambda contains the Handlebars runtime only.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const TEMPLATES = fileURLToPath(new URL(".", import.meta.url));
const COMPILED = fileURLToPath(
  new URL("../functions/digest/publish/mail/compiled-templates.js", import.meta.url),
);
const EXTENSION = ".hbs";

/** Writes the compiled templates in about 50 ms; leaves the file alone if nothing changed. */
export function precompileTemplates(): void {
  const specs = templateFiles().map(({ name, source }) => {
    const trimmed = withoutLastNewline(isHtml(name) ? withoutIndent(source) : source);
    const spec = Handlebars.precompile(trimmed, {
      strict: true,
      knownHelpersOnly: true,
      noEscape: !isHtml(name),
    });
    return `  ${JSON.stringify(name)}: ${withoutFallback(String(spec))},`;
  });
  writeIfChanged(`export const templates = {\n${specs.join("\n")}\n};\n`);
}

/** Every template with its name: `digest.html`, `partials/story.html`. Sorted, so that the output is stable. */
export function templateFiles(): readonly { readonly name: string; readonly source: string }[] {
  return readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(EXTENSION))
    .map((file) => join(file.parentPath, file.name))
    .toSorted()
    .map((path) => ({
      name: relative(TEMPLATES, path).replaceAll("\\", "/").slice(0, -EXTENSION.length),
      source: readFileSync(path, "utf8"),
    }));
}

/** Only templates named as HTML are HTML: their values are escaped, those of plain text are not. */
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

/** Every function has its own property lookup for runtimes before 4.6: 5 kB that our runtime never uses. */
function withoutFallback(spec: string): string {
  return spec.replaceAll(/ \|\| function\(parent, propertyName\) \{[^}]*\}\s*return undefined\s*\}/g, "");
}

function writeIfChanged(compiled: string): void {
  if (readIfThere(COMPILED) === compiled) {
    return;
  }
  mkdirSync(dirname(COMPILED), { recursive: true });
  const temporary = `${COMPILED}.${process.pid}.tmp`;
  writeFileSync(temporary, compiled);
  renameSync(temporary, COMPILED);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
