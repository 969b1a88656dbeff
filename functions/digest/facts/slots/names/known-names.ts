import { once } from "../../../text/once.ts";
import { wordSet } from "../../phrases.ts";

/** Where people are told to look: the services that texts name most often, and change most often. */
const SERVICES = wordSet(
  "bluesky bitbucket codeberg discord facebook flickr github gitlab google instagram jitsi linkedin mastodon meetup netflix " +
    "paypal peertube pinterest pixelfed skype snapchat spotify telegram threema tiktok tumblr twitch twitter vimeo " +
    "webex wechat whatsapp wikipedia xing youtube zoom",
);
const REGION = /^[A-Z]{2}$/;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Languages that write nouns with capitals, where a name has to be known as one. */
const LANGUAGES = ["de"];

/** The states and territories of the world in one word each, from CLDR. */
const regions = once((): ReadonlySet<string> => {
  const codes = [...LETTERS]
    .flatMap((a) => [...LETTERS].map((b) => a + b))
    .filter((code) => REGION.test(code));
  return new Set(
    LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []);
    }).filter((name) => !name.includes(" ")),
  );
});

/** Whether a German word in small letters can only be a name: a state, or a service that everybody knows. */
export function isKnownName(form: string): boolean {
  return SERVICES.has(form) || regions().has(form);
}
