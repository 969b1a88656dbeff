/**
 * Compiles the Handlebars templates in this folder into `functions/digest/render/compiled-templates.js`, which
 * the render room imports. The file is regenerated wherever the job is run, tested or bundled, and is never
 * committed; the Lambda contains only the Handlebars runtime.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

const TEMPLATES = fileURLToPath(new URL(".", import.meta.url));
const COMPILED = fileURLToPath(new URL("../functions/digest/render/compiled-templates.js", import.meta.url));
const EXTENSION = ".hbs";

/** Writes the compiled templates; about 50 ms. The file is left alone if nothing changed. */
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

/** Only templates named as HTML are HTML; their values are escaped, those of plain text are not. */
function isHtml(name: string): boolean {
  return name.endsWith(".html");
}

/** Indentation is for readers of the template; in the email it would cost bytes on every line. */
function withoutIndent(source: string): string {
  return source.replaceAll(/^[ \t]+/gm, "");
}

/** A one-line template is printed within a line of another: its newline would split words there. */
function withoutLastNewline(source: string): string {
  return source.indexOf("\n") === source.length - 1 ? source.slice(0, -1) : source;
}

/** Every function includes its own property lookup for runtimes before 4.6: 5 kB that ours never runs. */
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
