import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderNameOf } from "../../local/runner/saved/saved-edition.ts";
import manifest from "../../package.json" with { type: "json" };
import { PROJECT } from "../support/command.ts";
import { reach } from "../support/reach.ts";
import { type ForeignFolder, installInto, pack } from "./foreign-folder.ts";

/**
 * The tarball has 3,925,000 bytes and some 12,000,000 unpacked: the modules, and the bundles of the three functions. The digest and the
 * archive share most of theirs, and what makes summaries by a model has the reading of stories too; each has it whole, as each is loaded alone.
 */
const MAX_TARBALL_BYTES = 4_000_000;
const MAX_UNPACKED_BYTES = 12_200_000;

const DEPENDENCIES = Object.keys(manifest.dependencies);
const PEERS = Object.keys(manifest.peerDependencies);

const SLOTS = ["2026-11-20T07:00:00Z", "2026-11-21T07:00:00Z"] as const;

let work = "";
let tarball = "";
/** Has the dependencies, and what every Node project in TypeScript has, but no CDK. */
let newsroom: ForeignFolder;
/** Has the CDK too. */
let cdkApp: ForeignFolder;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "late-edition-package-"));
  tarball = pack(work);
  newsroom = installInto(join(work, "newsroom"), tarball, [...DEPENDENCIES, "@types/node"]);
  cdkApp = installInto(join(work, "cdk-app"), tarball, [...DEPENDENCIES, ...PEERS]);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

/** Every file of the installed package, by its path from there. */
function files(): readonly string[] {
  return readdirSync(newsroom.installed, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(newsroom.installed, join(file.parentPath, file.name)).replaceAll("\\", "/"));
}

/** The JavaScript under a heading of the page about the package. */
function snippet(heading: string): string {
  const page = readFileSync(join(PROJECT, "docs/package.md"), "utf8");
  return /```js\n([^`]+)```/.exec(page.slice(page.indexOf(`## ${heading}`)))?.[1] ?? "";
}

const read = (file: string): string => readFileSync(join(newsroom.installed, file), "utf8");

describe("the tarball", () => {
  test("is small, and has compiled code and what it reads, and no source, test or tool", () => {
    expect(statSync(tarball).size).toBeLessThan(MAX_TARBALL_BYTES);
    const sizes = files().map((file) => statSync(join(newsroom.installed, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_UNPACKED_BYTES);
    expect(files().filter((file) => /(?<!\.d)\.[cm]?tsx?$/.test(file))).toEqual([]);
    expect(files().filter((file) => /(?:^|\/)(?:test|bench|bundling|package)\//.test(file))).toEqual([]);
    expect(files()).toEqual(
      expect.arrayContaining([
        "dist/bundle/digest/index.mjs",
        expect.stringMatching(/^dist\/bundle\/digest\/carry-out-\w+\.mjs$/),
        "dist/bundle/archive/index.mjs",
        "dist/bundle/key-keeper/index.mjs",
        "dist/infra/archive/viewer.js",
        "docs/edition.schema.json",
      ]),
    );
    expect(files().filter((file) => file.startsWith("dist/seeds/"))).toHaveLength(
      readdirSync(join(PROJECT, "seeds")).length,
    );
  });

  test("has every document that its documents link to", () => {
    const pages = files().filter((file) => file.endsWith(".md") && !file.startsWith("dist/"));
    expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/package.md", "CHANGELOG.md"]));
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+\.(?:md|png|json))[^)]*\)/g)].map(([, target = ""]) =>
        join(dirname(page), target).replaceAll("\\", "/"),
      ),
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !files().includes(link))).toEqual([]);
  });

  test("names no place of the machine that packed it", () => {
    const roots = [PROJECT, pathToFileURL(PROJECT).href];
    const places = roots.flatMap((root) =>
      ["functions", "infra", "local", "templates", "node_modules"].map((folder) => join(root, folder)),
    );
    const naming = files().filter((file) => places.some((place) => read(file).includes(place)));
    expect(naming).toEqual([]);
  });

  test("imports only what package.json declares, and the CDK only for the construct", () => {
    const atTheEdge = "dist/infra/archive/viewer.js";
    const compiled = files().filter((file) => /^dist\/(?!bundle\/).*\.js$/.test(file) && file !== atTheEdge);
    const imports = compiled.flatMap((file) =>
      [...read(file).matchAll(/^import [^"\n]*"([^."][^"]*)"/gm)].map(([, specifier = ""]) => {
        return { file, name: /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? "" };
      }),
    );
    const foreign = imports.filter(({ name }) => !name.startsWith("node:"));
    expect(new Set(foreign.map(({ name }) => name))).toEqual(new Set([...DEPENDENCIES, ...PEERS]));
    const places = foreign.filter(({ name }) => PEERS.includes(name)).map(({ file }) => file);
    expect(places.filter((file) => !file.startsWith("dist/infra/"))).toEqual([]);
  });
});

describe("the API", () => {
  test("compares two texts, makes an edition of them and renders it", () => {
    for (const [day, dead] of Object.entries({ monday: 12, tuesday: 14 })) {
      newsroom.write(
        `${day}/ferry.txt`,
        `Ferry sinks off Vellmouth\n\nAt least ${dead} people died on Monday, police said.\n`,
      );
    }
    newsroom.write("compare.js", `${snippet("Compare texts")}\nconsole.log(subject, html.includes("<del"));`);
    const { stdout, stderr } = newsroom.node(["compare.js"]);
    expect(stderr).toBe("");
    const promised = /console\.log\(kind, facts\); \/\/ (.*)/.exec(snippet("Compare texts"))?.[1];
    const [told, rendered] = stdout.replaceAll(/\s+/g, " ").split(/(?<=\]) /);
    expect(told).toBe(promised);
    expect(rendered).toMatch(/12 → 14.* true $/);
  });

  test("brings types that the strictest compiler takes", () => {
    newsroom.write(
      "types.ts",
      `import { type Edition, EditionSchema, isUnreadable, parseStory, renderEdition, type Story } from "late-edition";
const parsed = parseStory("ferry.txt", new Uint8Array());
export const story: Story | undefined = isUnreadable(parsed) ? undefined : parsed;
export const schema = EditionSchema.type satisfies "strict_object";
export const subject = (edition: Edition): number => renderEdition(edition).subject;
`,
    );
    const options = ["--strict", "--exactOptionalPropertyTypes", "--target", "esnext", "--types", "node"];
    const { stdout } = newsroom.node([
      join(PROJECT, "node_modules/typescript/bin/tsc"),
      ...["--noEmit", "--module", "nodenext", "--skipLibCheck", "false", ...options, "types.ts"],
    ]);
    // The last line is wrong on purpose: a package without types would let it pass.
    expect(stdout).toBe("types.ts(5,54): error TS2322: Type 'string' is not assignable to type 'number'.\n");
  });

  test("publishes the schema of an edition, and nothing else of its inside", () => {
    const load = (specifier: string, more = "") =>
      newsroom.node(["--input-type=module", "--eval", `await import("${specifier}"${more})`]);
    expect(load("late-edition/edition.schema.json", ', { with: { type: "json" } }').status).toBe(0);
    expect(load("late-edition/dist/functions/digest/run.js").stderr).toContain(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  });
});

describe("the command", () => {
  const run = (...args: readonly string[]) =>
    newsroom.node([join(newsroom.installed, manifest.bin), ...args]);

  test("makes a digest of a folder where the user stands, and the next one with the bundle", () => {
    newsroom.write("stories/ferry.txt", "Ferry sinks\n\nAt least 12 people died on Monday, police said.\n");
    const before = files();
    const first = run("digest", "--corpus", "stories", "--at", SLOTS[0]);
    expect(first.status, first.stderr).toBe(0);
    expect(first.stdout).toContain("Open out/");
    expect(first.stdout).toContain("late-edition inbox");
    newsroom.write("stories/ferry.txt", "Ferry sinks\n\nAt least 14 people died on Monday, police said.\n");
    const second = run("digest", "--corpus", "stories", "--at", SLOTS[1], "--bundle", "--json");
    expect(JSON.parse(second.stdout)).toMatchObject({ outcome: "sent", counts: { stories: 1, revised: 1 } });
    for (const slot of SLOTS) {
      const saved = readdirSync(join(newsroom.path, "out", folderNameOf(slot)));
      expect(saved).toEqual(expect.arrayContaining(["digest.html", "edition.json", "message.eml"]));
    }
    expect(readdirSync(newsroom.path)).toContain(".state");
    expect(files()).toEqual(before);
  });

  test("takes the sample stories where no folder is named, and the folders that are", () => {
    const { stdout } = run("digest", "--state", "s", "--out", "o", "--at", SLOTS[0], "--json");
    const { counts, out } = JSON.parse(stdout);
    expect(counts.stories).toBe(readdirSync(join(PROJECT, "seeds")).length);
    expect(relative(newsroom.path, out)).toBe(join("o", folderNameOf(SLOTS[0])));
  });

  test("names itself in its help, and its version", () => {
    expect(run("--version").stdout).toBe(`${manifest.version}\n`);
    for (const name of ["digest", "doctor"]) {
      expect(run(name, "--help").stdout).toMatch(new RegExp(`^late-edition ${name}`));
    }
    expect(run("digset").stderr).toContain("there is no command digset");
    expect(run("--help").stdout).not.toContain("npm run");
  });

  test("keeps its compiled modules beside the packages", () => {
    expect(run("--version").status).toBe(0);
    expect(readdirSync(join(newsroom.path, "node_modules", ".cache"))).toEqual(["late-edition"]);
    expect(readdirSync(join(newsroom.path, "node_modules", ".cache", "late-edition"))).not.toEqual([]);
  });

  test("suggests events that exist, from wherever it is called", () => {
    const folder = join(newsroom.path, "desk");
    mkdirSync(folder, { recursive: true });
    for (const cwd of [newsroom.path, folder]) {
      const command = [join(newsroom.installed, manifest.bin), "invoke", "--help"];
      const { stdout } = spawnSync(process.execPath, command, { cwd, encoding: "utf8" });
      const event = /such as (\S+)/.exec(stdout)?.[1] ?? "";
      expect(statSync(join(cwd, event)).isFile(), event).toBe(true);
    }
  });

  test("renders the examples of the preview", () => {
    const child = join(newsroom.installed, "dist/local/preview/render-child.js");
    const { stdout, stderr } = newsroom.node([child, "rich"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ subject: expect.stringContaining("12 → 19") });
  });

  test("looks into the CDK project of the user before a deployment", () => {
    newsroom.write("cdk.json", '{ "app": "node app.js", "context": { "stage": "prod" } }');
    expect(run("doctor").stdout).toMatch(/^not ok .*: sender is missing: add -c sender=/);
    const { stdout } = run("doctor", "-c", "sender=desk@example.org", "-c", "recipients=you@example.org");
    expect(stdout).toMatch(/^ok +settings: complete and well formed\n/);
  });
});

describe("the construct", () => {
  const APP = snippet("Deploy it in a CDK app");
  const APPS = {
    "app.js": APP,
    "app.cjs": APP.replaceAll(/import (.*) from (.*);/g, "const $1 = require($2);"),
  };

  test.each(Object.entries(APPS).slice(0, reach(1, 2)))(
    "makes a stack of five lines, with bundle and stories: %s",
    (name, app) => {
      cdkApp.write(name, app);
      const outDir = join(cdkApp.path, `${name}.out`);
      const { status, stderr } = cdkApp.node([name], { CDK_OUTDIR: outDir });
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: ["Planting/Function", "Function"]
          .map((place) => `Bundling asset News/Digest/${place}/Code/Stage...\n`)
          .join(""),
      });
      const template = readFileSync(join(outDir, "News.template.json"), "utf8");
      expect(template).toContain('"AWS::Scheduler::Schedule"');
      const assets = readdirSync(outDir).filter((file) => file.startsWith("asset."));
      const folders = assets.filter((asset) => statSync(join(outDir, asset)).isDirectory());
      const contents = folders.map((folder) => readdirSync(join(outDir, folder)).toSorted());
      const planter = folders[contents.findIndex((found) => found.join() === "index.mjs,stories")] ?? "";
      expect(readdirSync(join(outDir, planter, "stories"))).toEqual(readdirSync(join(PROJECT, "seeds")));
      expect(readFileSync(join(outDir, planter, "index.mjs"), "utf8")).toBe(
        read("dist/infra/seeds/planter.js"),
      );
      const bundle =
        folders[contents.findIndex((found) => found.some((file) => file.startsWith("carry-out-")))] ?? "";
      expect(template).toContain(bundle.replace("asset.", ""));
      expect(readFileSync(join(outDir, bundle, "index.mjs"), "utf8")).toBe(
        read("dist/bundle/digest/index.mjs"),
      );
    },
  );
});
