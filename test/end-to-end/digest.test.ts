import PostalMime from "postal-mime";
import { expect, it } from "vitest";
import { createDesk, type Desk } from "../support/command.ts";
import { digestInProcess } from "../support/in-process.ts";
import { readerText } from "../support/reader-text.ts";
import { SLOTS } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { useFunctionsWithoutThreads } from "../support/threadless.ts";
import { editTheCorpus, FERRY } from "./edits.ts";

const [DAY1, DAY2] = SLOTS;

useFunctionsWithoutThreads();

/** A desk with a first day behind it, and news. */
async function secondDay(...more: readonly string[]): Promise<Desk> {
  const desk = createDesk(temporaryFolder());
  expect(await digestInProcess(desk, DAY1, ...more)).toMatchObject({
    outcome: "sent",
    counts: { stories: 12 },
  });
  editTheCorpus(desk);
  return desk;
}

it("npm run digest reports a day with news, saves the email as received, and the deployed bundle gives the same bytes", async () => {
  const desk = await secondDay();
  // The one day with a process of its own, as under npm.
  const answer = await desk.digest(DAY2);
  const edition = desk.saved(answer, "edition.json");
  const { changes } = JSON.parse(edition);
  expect(changes.map(({ change, key }: Record<string, string>) => `${change} ${key}`)).toEqual([
    `revised ${FERRY}`,
    "removed zakharova-announces-visit.txt",
    "added library.txt",
    "renamed vellmouth-ferry-bulletin.txt",
  ]);
  const mail = await PostalMime.parse(desk.saved(answer, "message.eml"));
  const [html, text] = [desk.saved(answer, "digest.html"), desk.saved(answer, "digest.txt")];
  expect(mail.to?.map(({ address }) => address)).toEqual(["reader@example.com"]);
  expect(mail.html?.replaceAll("\r\n", "\n").trim()).toBe(html.trim());
  expect(mail.text?.replaceAll("\r\n", "\n").trim()).toBe(text.trim());
  for (const words of [readerText(html), text]) {
    expect(words).toMatch(/12\s*→\s*19/);
  }
  const other = await secondDay("--bundle");
  const bundled = await digestInProcess(other, DAY2, "--bundle");
  const saved = (name: string) => other.saved(bundled, name);
  expect([saved("edition.json"), saved("digest.html"), saved("digest.txt")]).toEqual([edition, html, text]);
});
