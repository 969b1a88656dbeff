/**
 * Compiles the Handlebars templates of this folder into
 * `functions/digest/publish/mail/compiled-templates.js`, which `publish/` imports. The file is built wherever
 * the job runs, is tested or is bundled, and never committed; the Lambda contains only the Handlebars
 * runtime. `npm ci` builds it as well, so that a checkout that cannot be written afterwards runs the job too.
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
    return `  ${JSON.stringify(name)}: ${withoutPlaces(withoutFallback(String(spec)))},`;
  });
  writeIfChanged(`export const templates = {\n${specs.join("\n")}\n};\n`);
}

/** Every template with its name: `digest.html`, `partials/story.html`. Sorted for stable output. */
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

function writeIfChanged(compiled: string): void {
  if (readIfThere(COMPILED) === compiled) {
    return;
  }
  const temporary = `${COMPILED}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(COMPILED), { recursive: true });
    writeFileSync(temporary, compiled);
    renameSync(temporary, COMPILED);
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
