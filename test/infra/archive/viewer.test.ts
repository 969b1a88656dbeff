import { createHash } from "node:crypto";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { linkKey, signKey } from "../../../functions/digest/access/sign.ts";
import { viewerCode } from "../../../infra/archive/viewer-function.ts";
import { createEdge, type EdgeAnswer, HOST, isPassed } from "../../support/edge.ts";

const ACCESS = { id: "k1", secret: "5a".repeat(32), password: "abcde-fghij-klmno-pqrst" };
const OTHER = { ...ACCESS, secret: "6b".repeat(32) };
const NOW = Date.parse("2026-11-21T09:00:00Z");
const DAY = 86_400_000;
const SLOT = "2026-11-21T07:00:00Z";
const KEY = linkKey(ACCESS, SLOT, 90);
const EDITION = "/editions/20261121T070000Z/";

const edge = (now = NOW) => createEdge("link", { k1: ACCESS.secret }, () => now);

/** The key of which the archive is told. */
const told = (answer: EdgeAnswer) => (isPassed(answer) ? answer.headers["x-archive-key"]?.value : "no");

/** What a reader gets: the archive's answer, a move with or without a cookie, or a status. */
function outcomeOf(answer: EdgeAnswer): string {
  if (isPassed(answer)) {
    return "passed";
  }
  const moved = answer.headers.location?.value;
  return moved === undefined
    ? String(answer.statusCode)
    : `${answer.statusCode} ${moved}${answer.cookies === undefined ? "" : " with a cookie"}`;
}

describe("an archive for those with a link", () => {
  test("moves a page with a key to its address without it, and keeps the key until it ends", async () => {
    const answer = await edge().ask(`${EDITION}?key=${KEY}`);
    expect(outcomeOf(answer)).toBe(`302 https://${HOST}${EDITION} with a cookie`);
    expect(answer).toMatchObject({ headers: { "cache-control": { value: "no-store" } } });
    expect(answer.cookies?.["__Host-archive"]).toEqual({
      value: KEY,
      attributes: `Path=/; Max-Age=${90 * 86_400 - 7_200}; Secure; HttpOnly; SameSite=Lax`,
    });
    expect(outcomeOf(await edge().ask(EDITION, { cookie: KEY }))).toBe("passed");
  });

  test("keeps the rest of the address, whatever it is", async () => {
    const other = "page=2&q=a%26b&q=%E2%82%AC&empty=";
    expect(outcomeOf(await edge().ask(`/search?${other}&key=${KEY}`))).toBe(
      `302 https://${HOST}/search?page=2&q=a%26b&q=%E2%82%AC&empty= with a cookie`,
    );
  });

  test.each<[string, string, string]>([
    ["of another secret", linkKey(OTHER, SLOT, 90), "403"],
    ["that ended", signKey(ACCESS, NOW), "403"],
    ["that ended long ago", linkKey(ACCESS, "2026-01-01T07:00:00Z", 90), "403"],
    ["that lasts a second", signKey(ACCESS, NOW + 1000), `302 https://${HOST}/ with a cookie`],
    ["made to last longer", KEY.replace(/\d+$/, (end) => String(Number(end) + 1)), "403"],
    ["by a secret that is gone", linkKey({ ...ACCESS, id: "k2" }, SLOT, 90), "403"],
    ["cut by a letter", KEY.slice(0, -1), "403"],
    ["with a letter more", `${KEY}A`, "403"],
    ["with a line break behind it", `${KEY}\n`, "403"],
    ["with another first letter", KEY.replace(/(?<=^k1\.)./, (a) => (a === "A" ? "B" : "A")), "403"],
    ["with the name of a method", "constructor.AAAAAAAAAAAAAAAAAAAAAA.99999999999", "403"],
    ["with the password's name", "password.AAAAAAAAAAAAAAAAAAAAAA.99999999999", "403"],
    ["that is empty", "", "403"],
    ["with a wrong time", "k1.AAAAAAAAAAAAAAAAAAAAAA.99999999999", "403"],
  ])("answers a key %s", async (_, key, expected) => {
    expect(outcomeOf(await edge().ask(`/?key=${key}`))).toBe(expected);
    expect(outcomeOf(await edge().ask("/", { cookie: key }))).toBe(expected === "403" ? "403" : "passed");
  });

  test("refuses who has no key, for pages, feeds and files, also those who only ask whether it is there", async () => {
    for (const path of ["/", EDITION, `${EDITION}edition.json`, "/feed.atom", "/feed.json", "/search?q=a"]) {
      for (const method of ["GET", "HEAD"]) {
        expect(outcomeOf(await edge().ask(path, { method })), path).toBe("403");
      }
    }
  });

  test("says what to do: nothing of the archive is in the answer", async () => {
    const without = await edge().ask("/");
    expect("body" in without && without.body).toContain("Open it with a link from its newest email");
    const expired = await edge().ask(`/?key=${signKey(ACCESS, NOW - DAY)}`);
    expect("body" in expired && expired.body).toContain("This link has expired");
  });

  test("answers HEAD as GET", async () => {
    const asked = await edge().ask(`${EDITION}?key=${KEY}`, { method: "HEAD" });
    expect(outcomeOf(asked)).toBe(`302 https://${HOST}${EDITION} with a cookie`);
  });

  test("gives feeds and files at once, as programs keep no cookies, and tells the archive which key opened them", async () => {
    for (const path of [
      "/feed.atom",
      "/feed.json",
      "/stories/AAAAAAAAAAAAAAAA/feed.atom",
      `${EDITION}edition.json`,
    ]) {
      const answer = await edge().ask(`${path}?key=${KEY}`);
      expect(isPassed(answer) && [answer.querystring, told(answer)]).toEqual([{}, KEY]);
    }
  });

  test("tells the key that opened a page, the longer of two, and never what a reader says is one", async () => {
    const older = linkKey(ACCESS, "2026-11-01T07:00:00Z", 90);
    const headers = { "x-archive-key": "k1.forged" };
    expect(told(await edge().ask("/", { cookie: KEY, headers }))).toBe(KEY);
    expect(told(await edge().ask(`/feed.atom?key=${older}`, { cookie: KEY }))).toBe(KEY);
    expect(told(await edge().ask(`/feed.atom?key=${KEY}`, { cookie: older }))).toBe(KEY);
    for (const access of ["public", "password"] as const) {
      const open = createEdge(
        access,
        { password: createHash("sha256").update("x").digest("hex") },
        () => NOW,
      );
      const authorization = `Basic ${Buffer.from(":x").toString("base64")}`;
      expect(told(await open.ask("/", { headers, authorization }))).toBeUndefined();
    }
  });

  test("writes a blank in one way, as the signature of the request needs it", async () => {
    const answer = await edge().ask("/search?q=two+words&q=a%2Bb+c", { cookie: KEY });
    expect(isPassed(answer) && answer.querystring.q).toEqual({
      value: "two%20words",
      multiValue: [{ value: "two%20words" }, { value: "a%2Bb%20c" }],
    });
  });

  test("keeps the key that lasts longer", async () => {
    const older = linkKey(ACCESS, "2026-11-01T07:00:00Z", 90);
    expect(outcomeOf(await edge().ask(`/?key=${older}`, { cookie: KEY }))).toBe(`302 https://${HOST}/`);
    expect(outcomeOf(await edge().ask(`/?key=${KEY}`, { cookie: older }))).toMatch(/with a cookie$/);
    expect(outcomeOf(await edge().ask("/?key=wrong", { cookie: KEY }))).toBe(`302 https://${HOST}/`);
  });

  test("opens with both secrets while one is replaced, and with the new one after", async () => {
    const next = { ...OTHER, id: "k2" };
    const during = createEdge("link", { k1: ACCESS.secret, k2: next.secret }, () => NOW);
    const after = createEdge("link", { k2: next.secret }, () => NOW);
    const newKey = linkKey(next, SLOT, 90);
    expect(outcomeOf(await during.ask("/", { cookie: KEY }))).toBe("passed");
    expect(outcomeOf(await during.ask("/", { cookie: newKey }))).toBe("passed");
    expect(outcomeOf(await after.ask("/", { cookie: KEY }))).toBe("403");
    expect(outcomeOf(await after.ask("/", { cookie: newKey }))).toBe("passed");
  });

  test("stays shut while the store does not answer, or has an empty secret", async () => {
    const dead = createEdge("link", {}, () => NOW);
    expect(outcomeOf(await dead.ask(`/?key=${KEY}`))).toBe("403");
    const empty = createEdge("link", { k1: "" }, () => NOW);
    const forged = signKey({ ...ACCESS, secret: "" }, NOW + DAY);
    expect(outcomeOf(await empty.ask(`/?key=${forged}`))).toBe("403");
  });
});

describe.each(["link", "password", "public"] as const)("the paths of a %s archive", (access) => {
  const stored = { k1: ACCESS.secret, password: createHash("sha256").update(ACCESS.password).digest("hex") };
  const open = createEdge(access, stored, () => NOW);
  const authorization = `Basic ${Buffer.from(`reader:${ACCESS.password}`).toString("base64")}`;

  test.each([
    "//evil.example/",
    "//evil.example/feed.atom",
    "/\\evil.example/",
    "/editions//20261121T070000Z/",
    "/editions/../access.json",
    "/./",
    "/%2e%2e/access.json",
    "/editions/20261121T070000Z/edition.json/",
    "/access.json%00.atom",
    "/a.b.atom",
    "/stories/<script>/",
    "/ü/",
    "/robots.txt",
    "/feed.atom ",
    "",
  ])("are not %j", async (path) => {
    expect(outcomeOf(await open.ask(`${path}?key=${KEY}`, { authorization }))).toBe("404");
    expect(outcomeOf(await open.ask(path, { authorization, cookie: KEY }))).toBe("404");
  });

  test.each([
    "/",
    EDITION,
    "/editions/20261121T070000Z",
    `${EDITION}edition.json`,
    "/compare",
    "/threads/a-b/",
  ])("are %s, and it says which host was asked, whatever the reader says", async (path) => {
    const headers = { "x-archive-host": "evil.example" };
    const answer = await open.ask(path, { authorization, cookie: KEY, headers });
    expect(outcomeOf(answer)).toBe("passed");
    expect(isPassed(answer) && answer.headers["x-archive-host"]).toEqual({
      value: HOST,
      multiValue: [{ value: HOST }],
    });
  });
});

describe("an archive with a password", () => {
  const hash = createHash("sha256").update(ACCESS.password).digest("hex");
  const open = createEdge("password", { password: hash, k1: ACCESS.secret }, () => NOW);
  const basic = (words: string) => `Basic ${Buffer.from(words).toString("base64")}`;

  test.each<[string, string, string]>([
    ["the password and any name", basic(`reader:${ACCESS.password}`), "passed"],
    [
      "the password under a scheme in small letters",
      basic(`reader:${ACCESS.password}`).replace("B", "b"),
      "passed",
    ],
    ["the password and no name", basic(`:${ACCESS.password}`), "passed"],
    ["another password", basic("reader:abcde"), "401"],
    ["an empty password", basic("reader:"), "401"],
    ["its hash", basic(`reader:${hash}`), "401"],
    ["a token", `Bearer ${ACCESS.password}`, "401"],
    ["no base64", `Basic ${ACCESS.password}:`, "401"],
    ["more than anybody types", basic(`reader:${"a".repeat(10_000)}`), "401"],
  ])("answers %s", async (_, authorization, expected) => {
    expect(outcomeOf(await open.ask("/", { authorization }))).toBe(expected);
  });

  test("asks for it, and takes no key instead", async () => {
    const answer = await open.ask(`/?key=${KEY}`, { cookie: KEY });
    expect(answer).toMatchObject({ statusCode: 401, headers: { "www-authenticate": { value: /^Basic / } } });
  });

  test("stays shut without one in the store", async () => {
    const empty = createEdge("password", {}, () => NOW);
    expect(outcomeOf(await empty.ask("/", { authorization: basic("reader:") }))).toBe("401");
  });
});

/**
 * What CloudFront's JavaScript has beyond ES 5 (developer guide, "JavaScript runtime 2.0 features"), by the names of esbuild, which
 * refuses or rewrites what is older than its target.
 */
const KNOWN_THERE = {
  "const-and-let": true,
  arrow: true,
  "template-literal": true,
  "async-await": true,
  "exponent-operator": true,
};

/** Whether CloudFront knows the language of this code. */
function isKnownThere(code: string): boolean {
  try {
    const rewritten = transformSync(code, { target: "es5", supported: KNOWN_THERE, logLevel: "silent" });
    return (
      rewritten.code ===
      transformSync(code, { target: "esnext", supported: { "object-extensions": false } }).code
    );
  } catch {
    return false;
  }
}

test("the function is written in the JavaScript that CloudFront knows, and short enough for it", () => {
  const code = viewerCode("link");
  expect(isKnownThere(code)).toBe(true);
  for (const word of [
    "const { a } = b;",
    "f(...a);",
    "a?.b();",
    "a ??= 1;",
    "for (const a of b) {}",
    "class A {}",
    "const f = (a = 1) => a;",
  ]) {
    expect(isKnownThere(`${code}\n${word}`), word).toBe(false);
  }
  expect(code).toContain('const ACCESS = "link";');
  expect(code).not.toContain("/**");
});
