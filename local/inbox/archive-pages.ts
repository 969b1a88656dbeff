import type { IncomingMessage } from "node:http";
import { answerArchive } from "../../functions/digest/archive/answer.ts";
import { openArchive } from "../../functions/digest/archive/archive.ts";
import { DIGEST_NAME, ENVIRONMENT, type Environment } from "../../functions/digest/config.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { ARCHIVE_PATH } from "../cloud.ts";
import { type Answer, PRIVATE_HEADERS } from "../http-server.ts";
import { readSettings } from "../runner/reading.ts";

/** Answers a request below {@link ARCHIVE_PATH}; `undefined` if there is no such page. */
export type LocalArchive = (request: IncomingMessage) => Promise<Answer | undefined>;

const HEADERS = {
  ...PRIVATE_HEADERS,
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** The archive of a state bucket on this machine, with the settings of its runs, which are in the environment. */
export function serveArchive(state: ObjectStore, environment: Environment): LocalArchive {
  const archive = openArchive({ state, reading: readSettings(environment[ENVIRONMENT.jsonFields] ?? "") });
  const presentation = {
    name: environment[ENVIRONMENT.name] || DIGEST_NAME,
    timeZone: environment[ENVIRONMENT.timeZone] || "UTC",
    locale: environment[ENVIRONMENT.locale] ?? "",
  };
  return async ({ url = "", headers: { host = "" } }) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const path = pathname.slice(ARCHIVE_PATH.length);
    const settings = { base: ARCHIVE_PATH, origin: `http://${host}`, ...presentation };
    const answerTo = (page: string) => answerArchive(archive, { path: page, query: searchParams }, settings);
    const answer = await answerTo(path);
    if (answer !== undefined) {
      return { status: 200, headers: { ...HEADERS, "content-type": answer.contentType }, body: answer.body };
    }
    const isWithoutSlash = !path.endsWith("/") && (await answerTo(`${path}/`)) !== undefined;
    return isWithoutSlash ? { status: 308, headers: { ...HEADERS, location: `${pathname}/` } } : undefined;
  };
}
