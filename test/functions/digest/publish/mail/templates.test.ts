import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the compiled templates carry no code for older runtimes", () => {
  const compiled = readFileSync(
    new URL("../../../../../functions/digest/publish/mail/compiled-templates.js", import.meta.url),
    "utf8",
  );
  expect(compiled).toContain("lookupProperty = container.lookupProperty");
  expect(compiled).not.toContain("return undefined");
});

test("a bundle of the room holds the Handlebars runtime and no compiler", async () => {
  const entry = fileURLToPath(
    new URL("../../../../../functions/digest/publish/mail/render.ts", import.meta.url),
  );
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
  });
  const handlebars = Object.keys(metafile.inputs).filter((path) => path.includes("node_modules/handlebars"));
  expect(handlebars.some((path) => path.endsWith("runtime.js"))).toBe(true);
  expect(handlebars.filter((path) => path.includes("compiler"))).toEqual([]);
});
