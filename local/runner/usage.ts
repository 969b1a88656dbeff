import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { commandLine, IS_INSTALLED } from "../../infra/installed.ts";

/** A wrong command line; the message is one line that names the problem. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a command could not do, where 1 is an answer of it: it ends with 2, as for a wrong command line. */
export class TroubleError extends Error {
  override readonly name = "TroubleError";
}

const EVENTS = new URL(IS_INSTALLED ? "../../../events" : "../../events", import.meta.url);

/** The folder with an event of each sort, relative to the current folder. */
export const SAMPLE_EVENTS = relative(process.cwd(), fileURLToPath(EVENTS));

const SAMPLE_STORIES = IS_INSTALLED ? "the sample stories" : "seeds/";

const RUN_OPTIONS_HELP = `  --corpus DIR          the folder of stories (that of the state folder's earlier runs, at first ${SAMPLE_STORIES})
  --state DIR           where S3, SES and the function's log are kept between runs (.state/)
  --out DIR             where the digests are saved, one folder per slot (out/)
  --recipients A,B      the recipients (reader@example.com); A#courts+sea gets these topics of TOPICS
  --contacts A,B        adds them to the local contact list and topic in CONTACT_LIST and TOPIC, instead of --recipients
  --summaries HOW       extract, or by a model: choose:local asks a stand-in on this machine (the setting SUMMARIES)
  --time-limit SECONDS  time limit of the function (15)
  --bundle              run the bundle that the stack deploys
  --explain             say why: the points that order the changes, and what lets each into a topic or keeps it out
  --reader ADDRESS      show what this reader gets and why: the topics, and the email or the reason why there is none
  --json                print one JSON object: slot, outcome, counts, out`;

/** What each command prints for `--help`. */
export const USAGE = {
  digest: `${commandLine("digest", "[options]")}: runs the job locally on a folder of stories

  --at ISO-TIME         the slot, such as 2026-11-20T07:00:00Z (now)
  --allow-future        take a slot more than a day ahead of now; until then, every other run is already done
  --accept-removals     let any number of stories be removed at once
  --event FILE          the event for the function, instead of --at and the two above
${RUN_OPTIONS_HELP}
Settings of the function (SENDER, DIGEST_NAME, TIME_ZONE, DIGEST_LOCALE, CONTACT_LIST, TOPIC, TOPICS, STORY_URL, QUIET_DAYS, UNKNOWN_DELIVERIES and others) are
read from environment variables.${IS_INSTALLED ? "" : " With --json use npm run -s digest, because npm otherwise prints extra lines."}`,
  invoke: `${commandLine("invoke", "EVENT-FILE", "[options]")}: calls the function with an event, such as ${SAMPLE_EVENTS}/preview.json

${RUN_OPTIONS_HELP}`,
  inbox: `${commandLine("inbox", "[options]")}: shows the emails of local runs in a browser

  --state DIR           the runs' state folder (.state/)
  --port N              the port on 127.0.0.1, 0 for any free one (8025)`,
  preview: `${commandLine("preview", "[options]")}: shows an edition's email in a browser, updated when a template changes

  --edition NAME|FILE   rich, baseline, quiet or demo-day-2, or an edition.json (rich)
  --port N              the port on 127.0.0.1, 0 for any free one (8026)`,
  read: `${commandLine("read", "FILE", "...")}: shows how a story is read: headline, frame, blocks, and what was left out and why

  --json-fields FIELDS  where JSON stories have their fields, as the setting jsonFields says it
  --json                print one JSON object a file, each on a line of its own

The name of the file, its suffix included, counts like the key of an object.`,
  compare: `${commandLine("compare", "BEFORE", "AFTER")}: shows what a revision did: facts before → after, and the text marked up

  --html                print a page instead of text
  --out FILE            with --html: save the page there
  --json                print one JSON object: the revision (docs/compare.md)
  --json-fields FIELDS  where JSON stories have their fields, as the setting jsonFields says it

BEFORE and AFTER are files in any of the formats that the job reads. Ends with 0 if nothing or only the form changed, with
1 if the text changed, with 2 if the files cannot be compared. NO_COLOR and FORCE_COLOR are respected.`,
  demo: `${commandLine("demo")}: plays four days of a news desk

  --state DIR           plays in DIR/demo, which is emptied first (.state/)
  --out DIR             saves in DIR/demo, which is emptied first (out/)`,
  doctor: `${commandLine("doctor", "-c sender=ADDRESS", "-c recipients=ADDRESSES")}: checks whether a deployment would work; changes nothing

  -c NAME=VALUE         a setting, or a property of the construct, by its name; cdk.json and cdk.context.json are read too

Without credentials only the settings are checked; with them also sender, quota, contact list, topics and bucket.`,
} as const;

/** What there is: the first line of each. */
export const OVERVIEW = Object.values(USAGE)
  .map((usage) => usage.split("\n", 1)[0])
  .join("\n");

export type CommandName = keyof typeof USAGE;
