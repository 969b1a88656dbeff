import type { IncomingMessage } from "node:http";
import { openArchive } from "../../functions/digest/archive/archive.ts";
import { serveArchive } from "../../functions/digest/archive/serve.ts";
import { DIGEST_NAME, ENVIRONMENT, type Environment } from "../../functions/digest/config.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { topicsOf } from "../../functions/digest/run/audiences/topics.ts";
import { ARCHIVE_PATH } from "../cloud.ts";
import { type Answer, PRIVATE_HEADERS } from "../http-server.ts";
import { readSettings } from "../runner/reading.ts";

/** Answers a request below {@link ARCHIVE_PATH}. */
export type LocalArchive = (request: IncomingMessage) => Promise<Answer>;

/** The archive of a state bucket on this machine, with the settings of its runs, which are in the environment. */
export function openLocalArchive(state: ObjectStore, environment: Environment): LocalArchive {
  const archive = openArchive({ state, reading: readSettings(environment[ENVIRONMENT.jsonFields] ?? "") });
  const presentation = {
    name: environment[ENVIRONMENT.name] || DIGEST_NAME,
    timeZone: environment[ENVIRONMENT.timeZone] || "UTC",
    locale: environment[ENVIRONMENT.locale] ?? "",
  };
  const topics = () => topicsOf({ config: { topics: environment[ENVIRONMENT.topics] ?? "" }, state });
  return async ({ url = "", headers: { host = "" } }) => {
    const { pathname, searchParams: query } = new URL(url, "http://localhost");
    const settings = { base: ARCHIVE_PATH, origin: `http://${host}`, ...presentation, topics };
    const served = await serveArchive(
      archive,
      { path: pathname.slice(ARCHIVE_PATH.length), query },
      settings,
    );
    return { ...served, headers: { ...served.headers, ...PRIVATE_HEADERS } };
  };
}
