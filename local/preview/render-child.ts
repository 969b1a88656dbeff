/**
 * A process of its own for every look at an edition, so that templates and code are those of this moment:
 * `node render-child.ts EXAMPLE-OR-FILE` prints what {@link PreviewSchema} describes as JSON.
 */
import { precompileTemplates } from "../../templates/precompile.ts";

const [edition = "rich"] = process.argv.slice(2);
try {
  precompileTemplates();
  const { renderPreview } = await import("./render-preview.ts");
  process.stdout.write(JSON.stringify(await renderPreview(edition)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
