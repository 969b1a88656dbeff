import { describe, expect, test } from "vitest";
import { hasSignal } from "../../../../../functions/digest/story/lines/signals.ts";

describe("a line", () => {
  test.each([
    "please log in",
    "cookies",
    "the site (it uses cookies)",
    "cookies\u00a0and more",
    "gérer mes préférences",
    "jetzt abonnieren",
    "suscríbete a la lista",
    "wyłącz to",
    "our app—now",
    "app€2",
    "подпишитесь на нас",
    "χρησιμοποιούμε αυτά",
    "push ªb",
    "続きを読む",
    "กด",
  ])("may be a notice: %s", (line) => {
    expect(hasSignal(line)).toBe(true);
  });

  test.each([
    "",
    "the catalog is old",
    "a cookiejar",
    "préférencesx",
    "éapp",
    "appé",
    "the mill burned down",
    "der hafen schließt im mai",
    "ªapp",
    "appº",
    "app\u0301",
    "мельница сгорела",
    "το λιμάνι έκλεισε",
  ])("is none: %s", (line) => {
    expect(hasSignal(line)).toBe(false);
  });
});
