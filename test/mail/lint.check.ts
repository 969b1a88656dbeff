import { HtmlValidate } from "html-validate";
import { expect, it } from "vitest";
import { MAIL_NAMES, readCheckedMail } from "./mails.ts";

/** What html-validate asks of a page and a mail cannot give: each rule with its reason. */
const EXCEPTIONS = {
  "no-inline-style": "mail programs strip style sheets",
  "no-deprecated-attr": "Outlook's Word engine reads width, align and cell spacing from attributes only",
  "no-conditional-comment": "Outlook's Word engine knows no max-width: the comment gives it a fixed table",
  "prefer-tbody": "costs bytes on every table and changes nothing",
  "presentation-role-style": 'screen readers knew role="presentation" long before its new name',
  "prefer-native-element": "mail programs unwrap article, a div with its role survives",
} as const;

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: Object.fromEntries(Object.keys(EXCEPTIONS).map((rule) => [rule, "off"])),
});

it.for(MAIL_NAMES)("%s is valid HTML", async (name, { task }) => {
  const { results } = await validator.validateString(readCheckedMail(name).html);
  const findings = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
  task.meta.figures = { "html-validate findings": findings.length };
  expect(findings).toEqual([]);
});

it("every exception is needed", async () => {
  const strict = new HtmlValidate({ extends: ["html-validate:recommended"] });
  const { results } = await strict.validateString(readCheckedMail("rich").html);
  const broken = new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
  expect([...broken].toSorted()).toEqual(Object.keys(EXCEPTIONS).toSorted());
});
