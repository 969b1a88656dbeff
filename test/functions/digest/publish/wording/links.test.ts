import { expect, test } from "vitest";
import { storyHref } from "../../../../../functions/digest/publish/wording/links.ts";

test.each([
  ["https://example.org/{key}", "orla/flood.txt", "https://example.org/orla/flood.txt"],
  [
    "https://example.org/?story={key}&from=mail",
    "a b&c.txt",
    "https://example.org/?story=a%20b%26c.txt&from=mail",
  ],
  ["http://example.org/{key}", 'é"<>#?.txt', "http://example.org/%C3%A9%22%3C%3E%23%3F.txt"],
  ["https://example.org/{key}#{key}", "$&.txt", "https://example.org/%24%26.txt#%24%26.txt"],
  ["https://example.org/{key}", "..txt/...", "https://example.org/..txt/..."],
])("fills %s with %j", (template, key, href) => {
  expect(storyHref(template, key)).toBe(href);
});

test.each([
  ["there is no template", "", "flood.txt"],
  ["the scheme is not of the web", "javascript:alert({key})", "1"],
  ["the scheme is mailto", "mailto:{key}", "a@example.org"],
  ["the address is none", "https://", "flood.txt"],
  ["a segment goes up", "https://example.org/{key}", "../secret.txt"],
  ["a segment goes up further in", "https://example.org/{key}", "a/../../b.txt"],
  ["a segment stands still", "https://example.org/{key}", "a/./b.txt"],
  ["the key holds half a character", "https://example.org/{key}", "a\ud83d.txt"],
  ["the address is too long", "https://example.org/{key}", "é".repeat(200)],
])("there is no link when %s", (_, template, key) => {
  expect(storyHref(template, key)).toBe("");
});
