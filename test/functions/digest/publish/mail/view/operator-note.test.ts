import { expect, test } from "vitest";
import { renderEdition } from "../../../../../../functions/digest/publish/mail/render.ts";
import { operatorNote } from "../../../../../../functions/digest/publish/mail/view/closing-sections.ts";
import { makeRichEdition } from "../../../../../../local/preview/sample-editions.ts";

const NONE = { bounced: 0, complained: 0, rejected: 0 };

test.each([
  [undefined, ""],
  [NONE, ""],
  [{ ...NONE, bounced: 1 }, "Note for the operator: 1 email bounced since the last edition."],
  [
    { bounced: 1_204, complained: 1, rejected: 2 },
    "Note for the operator: 1,204 emails bounced, 1 reader marked the email as spam and the email service rejected 2 emails as unsafe since the last edition.",
  ],
])("%j is reported as %j", (feedback, words) => {
  expect(operatorNote(feedback)).toBe(words);
});

test("the note stands at the end of both parts, and nowhere where there is nothing to tell", () => {
  const options = { timeZone: "UTC", storyUrl: "" };
  const { html, text } = renderEdition({ ...makeRichEdition(), feedback: { ...NONE, bounced: 2 } }, options);
  for (const part of [html, text.replaceAll(/\s+/g, " ")]) {
    expect(part).toContain("Note for the operator: 2 emails bounced since the last edition.");
  }
  expect(renderEdition(makeRichEdition(), options).html).not.toContain("Note for the operator");
});
