import { expect, test } from "vitest";
import { renderEdition } from "../../../../../../functions/digest/publish/mail/render.ts";
import { operatorNote } from "../../../../../../functions/digest/publish/mail/view/operator-note.ts";
import { makeRichEdition } from "../../../../../support/editions.ts";

const NONE = { bounced: 0, complained: 0, rejected: 0 };

test.each([
  [undefined, ""],
  [NONE, ""],
  [{ ...NONE, bounced: 1 }, "For whoever runs this digest: 1 mail bounced since the last edition."],
  [
    { bounced: 1_204, complained: 1, rejected: 2 },
    "For whoever runs this digest: 1,204 mails bounced, 1 reader marked the mail as spam and the mail service refused 2 mails as unsafe since the last edition.",
  ],
])("%j is told as %j", (feedback, words) => {
  expect(operatorNote(feedback)).toBe(words);
});

test("the note stands at the end of both parts, and nowhere where there is nothing to tell", () => {
  const options = { timeZone: "UTC", storyUrl: "" };
  const { html, text } = renderEdition({ ...makeRichEdition(), feedback: { ...NONE, bounced: 2 } }, options);
  for (const part of [html, text.replaceAll(/\s+/g, " ")]) {
    expect(part).toContain("For whoever runs this digest: 2 mails bounced since the last edition.");
  }
  expect(renderEdition(makeRichEdition(), options).html).not.toContain("whoever runs");
});
