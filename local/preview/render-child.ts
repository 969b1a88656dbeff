/**
 * A separate process for each rendering, so that templates and code are always current:
 * `node render-child.ts EXAMPLE-OR-FILE` prints JSON as described by {@link PreviewSchema}.
 */
import "../../infra/compile-cache.ts";

const [edition = "rich"] = process.argv.slice(2);
try {
  const { precompileTemplates } = await import("../../templates/precompile.ts");
  precompileTemplates();
  const { renderPreview } = await import("./render-preview.ts");
  process.stdout.write(JSON.stringify(await renderPreview(edition)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
