import { expect, it } from "vitest";
import { allowedBy, CANIEMAIL, EMAILENS, HTML_VALIDATE } from "./exceptions.ts";
import { clientFindings, engineFindings, type Finding, htmlFindings } from "./linters.ts";
import { MAIL_NAMES, readCheckedMail } from "./mails.ts";

const LINTERS = [
  { linter: "html-validate", lint: htmlFindings, exceptions: HTML_VALIDATE },
  { linter: "caniemail", lint: clientFindings, exceptions: CANIEMAIL },
  { linter: "@emailens/engine", lint: engineFindings, exceptions: EMAILENS },
] as const;

const CASES = LINTERS.flatMap((linter) => MAIL_NAMES.map((name) => ({ name, ...linter })));

it.for(CASES)("$name passes $linter, except for accepted findings", async (one, { task }) => {
  const findings = await one.lint(readCheckedMail(one.name).html);
  const allowed = new Set(allowedBy(one.exceptions));
  const beyond = findings.filter(({ name }) => !allowed.has(name));
  task.meta.figures = {
    [`${one.linter}: accepted findings`]: findings.length - beyond.length,
    [`${one.linter}: findings beyond the exceptions`]: beyond.length,
  };
  expect(beyond).toEqual([]);
});

it.for(LINTERS)("every exception from $linter is needed", async ({ lint, exceptions }) => {
  const mails = await Promise.all(MAIL_NAMES.map(async (name) => lint(readCheckedMail(name).html)));
  const found = new Set(mails.flat().map(({ name }: Finding) => name));
  expect(allowedBy(exceptions).filter((name) => !found.has(name))).toEqual([]);
});

it("each linter finds what is wrong with a bad email", async () => {
  const bad = '<div style="display:flex;gap:4px"><img src="http://example.org/a.svg"></div>';
  for (const { lint, exceptions } of LINTERS) {
    const allowed = allowedBy(exceptions);
    expect((await lint(bad)).some(({ name }) => !allowed.includes(name))).toBe(true);
  }
});
