import { expect, it } from "vitest";
import { factView, factWords } from "../../functions/digest/publish/mail/view/facts.ts";
import { plainText } from "../../functions/digest/publish/wording/safe-text.ts";
import { stories } from "../../functions/digest/publish/wording/words.ts";
import { type CheckedMail, MAIL_NAMES, readCheckedMail } from "./mails.ts";
import { missingProgram, outputOf } from "./program.ts";

const MISSING = missingProgram("w3m");
const W3M = ["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "100"];

/** What a reader without styles, pictures and colours sees, on one line. */
function shownText(html: string): string {
  return outputOf("w3m", W3M, html)
    .replaceAll(/[\u200c\u200e]/g, "")
    .replaceAll(/\s+/g, " ");
}

/** The headline and facts of the first story, and the number of stories. */
function neededWords({ edition }: CheckedMail): readonly string[] {
  const [lead] = edition.changes;
  const facts = (lead?.revision?.facts ?? []).slice(0, 3).map((fact) => factWords(factView(fact, plainText)));
  return [plainText(lead?.headline ?? "", 140), ...facts, `${stories(edition.counts.stories)} checked`];
}

it.for(MAIL_NAMES)("%s can be read in a text browser", (name, { skip }) => {
  skip(MISSING !== "", MISSING);
  const mail = readCheckedMail(name);
  const shown = shownText(mail.html);
  for (const words of neededWords(mail)) {
    expect(shown).toContain(words.replaceAll(/\s+/g, " "));
  }
});

it("a text browser distinguishes removed words from added ones", ({ skip }) => {
  skip(MISSING !== "", MISSING);
  const shown = shownText(readCheckedMail("rich").html);
  expect(shown).toMatch(/At least \[DEL: ?12 ?:DEL\] \[INS: ?19 ?:INS\] people died/);
  expect(shown).toContain("Was: said. Now: repeated.");
});
