import { expect, it } from "vitest";
import { MAIL_NAMES, readCheckedMail } from "./mails.ts";
import { missingProgram, outputOf } from "./program.ts";

const MAX_SCORE = 1;
const MISSING = missingProgram("spamassassin");

/** Score by SpamAssassin's own rules, without network tests. */
function spamScore(message: Uint8Array): { readonly score: number; readonly status: string } {
  const marked = outputOf("spamassassin", ["--local"], message).replaceAll(/\r?\n[ \t]+/g, " ");
  const status = /^X-Spam-Status: .*$/m.exec(marked)?.[0] ?? "";
  return { score: 0 + Number(/ score=(-?[\d.]+)/.exec(status)?.[1] ?? Number.NaN), status };
}

it.for(MAIL_NAMES)("%s does not look like spam", (name, { skip, task }) => {
  skip(MISSING !== "", MISSING);
  const { score, status } = spamScore(readCheckedMail(name).message);
  task.meta.figures = { "SpamAssassin score": score };
  expect(score, status).toBeLessThan(MAX_SCORE);
});

it("detects what looks like spam", ({ skip }) => {
  skip(MISSING !== "", MISSING);
  const spam = [
    "From: winner@example.com",
    "Subject: YOU HAVE WON $$$ MILLION DOLLARS!!! VIAGRA",
    "Content-Type: text/html",
    "",
    '<a href="http://203.0.113.9/">CLICK HERE</a> Dear friend, $10,000,000.00 await the next of kin.',
  ];
  expect(spamScore(Buffer.from(spam.join("\n"))).score).toBeGreaterThan(MAX_SCORE);
});
