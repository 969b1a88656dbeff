import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parsePreviewOptions } from "../../../local/preview/options.ts";
import { createRendering } from "../../../local/preview/rendering.ts";
import { makeChange, makeEdition } from "../../../local/preview/sample-editions.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("renders the edition of a file in a process of its own, and again after a change", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "edition.json");
  const save = (headline: string) =>
    writeFileSync(file, JSON.stringify(makeEdition({ changes: [makeChange({ headline })] })));
  const { render, forget } = createRendering(folder, file);
  save("Harbour bridge closes");
  const { subject, html, headers, sizes } = await render(file);
  expect(subject).toBe("New: Harbour bridge closes");
  expect(sizes.utf8).toBe(Buffer.byteLength(html));
  expect(headers).toMatch(/^List-I[dD]: Late Edition <late-edition\.example\.com>$/m);
  save("Harbour bridge opens");
  forget();
  expect((await render(file)).subject).toBe("New: Harbour bridge opens");
});

it("renders a made-up example, and tells what is wrong with anything else", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "edition.json");
  writeFileSync(file, "{}");
  const { render } = createRendering(folder, file);
  expect((await render("quiet")).text).toContain("Nothing changed");
  await expect(render(file)).rejects.toThrow(/^cannot read the edition: version: /);
  await expect(render("/etc/hosts")).rejects.toThrow('unknown edition "/etc/hosts"');
});

it("takes a port, and an example or a file that is there", () => {
  const file = join(temporaryFolder(), "edition.json");
  writeFileSync(file, "{}");
  expect(parsePreviewOptions([])).toEqual({ edition: "rich", port: 8026 });
  expect(parsePreviewOptions(["--port", "0", "--edition", "demo-day-2"])).toEqual({
    edition: "demo-day-2",
    port: 0,
  });
  expect(parsePreviewOptions(["--edition", file])).toEqual({ edition: file, port: 8026 });
  expect(() => parsePreviewOptions(["--edition", "none.json"])).toThrow(
    '--edition is "none.json": expected rich',
  );
  expect(() => parsePreviewOptions(["--port", "x"])).toThrow('--port is "x"');
});
