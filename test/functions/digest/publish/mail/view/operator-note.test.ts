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

const LEAVE =
  "when a reader replies and asks to leave, remove the address from the setting “recipients” and deploy again.";

test.each([
  [undefined, true, `Note for the operator: ${LEAVE}`],
  [undefined, false, ""],
  [NONE, false, ""],
  [
    { ...NONE, complained: 1 },
    false,
    `Note for the operator: 1 reader marked the email as spam since the last edition. W${LEAVE.slice(1)}`,
  ],
])(
  "in recipients mode the operator learns what to do when a reader asks to leave: %j, first edition %s",
  (feedback, mayLeave, words) => {
    expect(operatorNote(feedback, 0, { isByReply: true, mayLeave })).toBe(words);
    expect(operatorNote(feedback, 0, { isByReply: false, mayLeave })).not.toContain("asks to leave");
  },
);

test("the first edition has the note where readers unsubscribe by replying, and not where SES keeps them", () => {
  const options = { timeZone: "UTC", storyUrl: "" };
  const baseline = { ...makeRichEdition(), kind: "baseline" } as const;
  const mailto = renderEdition(baseline, { ...options, unsubscribe: "mailto" });
  for (const part of [mailto.html, mailto.text.replaceAll(/\s+/g, " ")]) {
    expect(part).toContain(`Note for the operator: ${LEAVE}`);
  }
  expect(renderEdition(baseline, { ...options, unsubscribe: "ses" }).html).not.toContain("asks to leave");
  expect(renderEdition(makeRichEdition(), { ...options, unsubscribe: "mailto" }).html).not.toContain(
    "asks to leave",
  );
});

test("the note stands at the end of both parts, and nowhere where there is nothing to tell", () => {
  const options = { timeZone: "UTC", storyUrl: "" };
  const { html, text } = renderEdition({ ...makeRichEdition(), feedback: { ...NONE, bounced: 2 } }, options);
  for (const part of [html, text.replaceAll(/\s+/g, " ")]) {
    expect(part).toContain("Note for the operator: 2 emails bounced since the last edition.");
  }
  expect(renderEdition(makeRichEdition(), options).html).not.toContain("Note for the operator");
});
