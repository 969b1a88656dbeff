import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("a bundle of the room holds the Handlebars runtime and no compiler", async () => {
  const entry = fileURLToPath(new URL("../../../../functions/digest/render/render.ts", import.meta.url));
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
