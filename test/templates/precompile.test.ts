import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import type { TemplateSet } from "../../templates/precompile.ts";
import { PROJECT } from "../support/command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const compiledIn = (folder: string, set: TemplateSet): string =>
  join(folder, "functions/digest/publish", set, "compiled-templates.js");

/** A checkout of the templates alone, and what compiles them there. */
async function checkOut(): Promise<{
  readonly folder: string;
  compile(): void;
  compiled(set: TemplateSet): string;
}> {
  const folder = temporaryFolder();
  cpSync(join(PROJECT, "templates"), join(folder, "templates"), { recursive: true });
  cpSync(join(PROJECT, "package.json"), join(folder, "package.json"));
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  const script = pathToFileURL(join(folder, "templates/precompile.ts")).href;
  const { precompileTemplates } = await import(/* @vite-ignore */ script);
  return {
    folder,
    compile: precompileTemplates,
    compiled: (set) => readFileSync(compiledIn(folder, set), "utf8"),
  };
}

it("compiles templates to the same file in any checkout", async () => {
  const { compile, compiled } = await checkOut();
  compile();
  for (const set of ["mail", "pages"] as const) {
    expect(compiled(set)).toBe(readFileSync(compiledIn(PROJECT, set), "utf8"));
  }
});

it("compiles again what was compiled from other templates or by other code, and nothing else", async () => {
  const { folder, compile, compiled } = await checkOut();
  compile();
  const [mail, pages] = [compiled("mail"), compiled("pages")];
  for (const set of ["mail", "pages"] as const) {
    appendFileSync(compiledIn(folder, set), "// mine\n");
  }
  compile();
  expect([compiled("mail"), compiled("pages")]).toEqual([`${mail}// mine\n`, `${pages}// mine\n`]);

  appendFileSync(join(folder, "templates/digest.txt.hbs"), "The pier is open.\n");
  compile();
  expect(compiled("mail")).toContain("The pier is open.");
  expect(compiled("mail")).not.toContain("// mine");
  expect(compiled("pages")).toBe(`${pages}// mine\n`);

  writeFileSync(compiledIn(folder, "pages"), pages.slice(pages.indexOf("\n") + 1));
  compile();
  expect(compiled("pages")).toBe(pages);

  appendFileSync(join(folder, "templates/precompile.ts"), "// other code\n");
  compile();
  expect(compiled("pages")).not.toBe(pages);
  expect(compiled("pages")).toContain(pages.slice(pages.indexOf("\n") + 1));
});
