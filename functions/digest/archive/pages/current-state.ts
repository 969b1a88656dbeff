import type { StoryEvent, StoryHistory } from "../types.ts";
import type { PageContext } from "./event-view.ts";
import { dayWords, eventKey, reasonWords } from "./event-words.ts";

/** How a story stands, and from when its last text is. */
export interface CurrentState {
  /** `Held back since 19 November 2026: damaged JSON file`; empty: it is there, under its first key, and can be read. */
  readonly state: string;
  /** `Version of 10 November 2026, before it was held back`; empty: it has no text. */
  readonly textNote: string;
}

/** How a story stands after the newest edition, which has the slot `newest`. */
export function currentState(history: StoryHistory, newest: string, context: PageContext): CurrentState {
  const day = (slot: string) => dayWords(slot, context.clock);
  const text = history.versions.at(-1);
  const { state, since } = stateOf(history, newest, day);
  return { state, textNote: text === undefined ? "" : `Version of ${day(text.slot)}${since}` };
}

type Day = (slot: string) => string;

/** The state in words, and what it says of the last text. */
interface Stand {
  readonly state: string;
  readonly since: string;
}

function stateOf(history: StoryHistory, newest: string, day: Day): Stand {
  const last = history.events.at(-1);
  if (last === undefined) {
    return { state: "", since: "" };
  }
  if (history.isGone) {
    const again = last.what === "unstable" ? ", and not for the first time" : "";
    return { state: `Gone since ${day(last.slot)}${again}`, since: ", the last before it went" };
  }
  if (last.what === "held back") {
    return heldState(history, last, { newest, day });
  }
  return {
    state: [backAndForth(history.events, day), movedWords(history, day)].find(Boolean) ?? "",
    since: "",
  };
}

/**
 * A story that had a text is named in each edition while it is held back. One that has never been read is named once, as it may never
 * have been meant to be a story: nothing says how it stands now.
 */
function heldState(
  { events, versions }: StoryHistory,
  last: StoryEvent,
  { newest, day }: { readonly newest: string; readonly day: Day },
): Stand {
  const since = day(last.since ?? last.slot);
  if (last.slot === newest) {
    return { state: `Held back since ${since}: ${reasonWords(last)}`, since: ", before it was held back" };
  }
  if (versions.length > 0 || events.some(({ what }) => what !== "held back")) {
    return { state: `Held back until ${day(last.slot)}; back to its last version since`, since: "" };
  }
  return {
    state: `Held back on ${since}: ${reasonWords(last)}. It has not been read since; editions name such a file once`,
    since: "",
  };
}

/** Since when a story that last went back has gone back and forth. */
function backAndForth(events: readonly StoryEvent[], day: Day): string {
  const calm = events.findLastIndex(({ what }) => what !== "unstable" && what !== "cosmetic");
  const first = events.slice(calm + 1).find(({ what }) => what === "unstable");
  return first === undefined ? "" : `Has gone back and forth since ${day(first.slot)}`;
}

function movedWords({ events, key }: StoryHistory, day: Day): string {
  const move = events.findLast(({ renamedFrom = key }) => renamedFrom !== key);
  return move?.renamedFrom === undefined
    ? ""
    : `Moved from ${eventKey(move.renamedFrom)} on ${day(move.slot)}`;
}
