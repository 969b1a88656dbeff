import { once } from "../../../text/once.ts";
import { wordSet } from "../../phrases.ts";

/** Where people are told to look: the services that texts name most often, and change most often. */
const SERVICES = wordSet(
  "bluesky bitbucket codeberg discord facebook flickr github gitlab google instagram jitsi linkedin mastodon meetup netflix " +
    "paypal peertube pinterest pixelfed skype snapchat spotify telegram threema tiktok tumblr twitch twitter vimeo " +
    "webex wechat whatsapp wikipedia xing youtube zoom",
);
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Codes of UN M.49: Africa, the Americas, Asia, Europe, Oceania. */
const CONTINENTS = ["002", "019", "142", "150", "009"];

/** The continents, states and territories of the world by their German names of one word, from CLDR by `Intl`. */
const regions = once((): ReadonlySet<string> => {
  const names = new Intl.DisplayNames(["de"], { type: "region", fallback: "none" });
  const states = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return new Set([...CONTINENTS, ...states].flatMap((code) => names.of(code)?.toLowerCase() ?? []));
});

/** Whether a German word in small letters can only be a name: a state or continent, or a service that everybody knows. */
export function isKnownName(form: string): boolean {
  return SERVICES.has(form) || regions().has(form);
}
