import type { IncomingMessage } from "node:http";
import { answerArchive } from "../../functions/digest/archive/answer.ts";
import { openArchive } from "../../functions/digest/archive/archive.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { ARCHIVE_PATH } from "../cloud.ts";
import type { Answer } from "../http-server.ts";

/** Answers a request below {@link ARCHIVE_PATH}; `undefined` if there is no such page. */
export type LocalArchive = (request: IncomingMessage) => Promise<Answer | undefined>;

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** The archive of a state bucket on this machine. */
export function serveArchive(state: ObjectStore, timeZone: string): LocalArchive {
  const archive = openArchive({ state, reading: {} });
  return async ({ url = "", headers: { host = "" } }) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const path = pathname.slice(ARCHIVE_PATH.length);
    const settings = { base: ARCHIVE_PATH, origin: `http://${host}`, timeZone };
    const answerTo = (page: string) => answerArchive(archive, { path: page, query: searchParams }, settings);
    const answer = await answerTo(path);
    if (answer !== undefined) {
      return { status: 200, headers: { ...HEADERS, "content-type": answer.contentType }, body: answer.body };
    }
    const isWithoutSlash = !path.endsWith("/") && (await answerTo(`${path}/`)) !== undefined;
    return isWithoutSlash ? { status: 308, headers: { ...HEADERS, location: `${pathname}/` } } : undefined;
  };
}
