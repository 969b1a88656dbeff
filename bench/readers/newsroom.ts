import type { TopicSetting } from "../../functions/digest/topics/topics.ts";
import type { Contact, ContactList } from "../../local/ses/contact-book.ts";
import { drawSome, type Random, seededRandom } from "../data/random.ts";

/** What readers can choose, and how many of them chose what. */
export interface Readership {
  readonly contacts: number;
  /** Different choices among them. */
  readonly choices: number;
}

/** Stories by key; `undefined`: removed. */
export type Day = ReadonlyMap<string, string | undefined>;

export const LIST = "newsroom";

const DESKS =
  "courts council harbour schools health rail energy farming housing culture science police".split(" ");
const WORDS = (
  "bridge council ferry tunnel school mill river budget storm strike minister report court farm engine union " +
  "market border island valley museum rescue inquiry pension railway factory airport clinic dam harbour tax"
).split(" ");
const TOWNS = "Velm Orla Kessin Dorrow Tarn Alby Marrick Stave Lunden Perrow".split(" ");
const VERBS = "opened closed delayed reviewed approved rejected funded inspected rebuilt sold".split(" ");
const ENDS = [
  "the council said on Monday",
  "according to a report that was published this week",
  "and residents were told to wait for the results",
  "after months of talks between the owners and the state",
  "because the money for the work had run out",
  "which nobody in the town had expected before the summer",
];

/** 300 changes on the second day. */
const [REVISED, ADDED, REMOVED, UNCHANGED] = [210, 60, 30, 300];
const SENTENCES = 14;

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

/** Twenty topics of every kind: by keys, words, kinds and figures. */
export const TOPICS: readonly TopicSetting[] = [
  ...DESKS.map((desk) => ({ name: desk, title: `Everything on ${desk}`, keys: `${desk}/` })),
  ...["strike", "storm", '"budget report"', "ferry"].map((words, n) => ({ name: `word-${n}`, words })),
  { name: "new", kinds: ["new"] },
  { name: "removed", kinds: ["removed"] },
  { name: "figures", figure: { change: "10%" } },
  { name: "figures-at-sea", keys: ["harbour/", "**/ferry-*"], figure: { change: "1%" }, not: "strike" },
];

/** The stories of the first day, and what the second day does to them; the same in each run. */
export function twoDays(): readonly [Day, Day] {
  const random = seededRandom(7);
  const stories = Array.from({ length: REVISED + REMOVED + UNCHANGED }, (_, n) => storyOf(n, random));
  const added = Array.from({ length: ADDED }, (_, n) => storyOf(stories.length + n, random));
  const second = stories.slice(0, REVISED + REMOVED).map(({ key, text }, n) => {
    return [key, n < REVISED ? revised(text, random) : undefined] as const;
  });
  return [
    new Map(stories.map(({ key, text }) => [key, text])),
    new Map([...second, ...added.map(({ key, text }) => [key, text] as const)]),
  ];
}

function storyOf(n: number, random: Random): { readonly key: string; readonly text: string } {
  const desk = DESKS[n % DESKS.length] ?? "";
  const [about, town] = [pick(WORDS, random), pick(TOWNS, random)];
  const headline = `${town} ${about} ${pick(VERBS, random)} after ${pick(WORDS, random)} ${pick(WORDS, random)}`;
  const lead = `At least ${figure(random)} people were counted at the ${about} of ${town}, ${pick(ENDS, random)}.`;
  const rest = Array.from({ length: SENTENCES }, () => sentence(random));
  const paragraphs = [
    lead,
    rest.slice(0, 5).join(" "),
    rest.slice(5, 10).join(" "),
    rest.slice(10).join(" "),
  ];
  return { key: `${desk}/${about}-${n}.txt`, text: `${headline}\n\n${paragraphs.join("\n\n")}\n` };
}

const figure = (random: Random): number => 20 + Math.floor(random() * 900);

function sentence(random: Random): string {
  const cost = random() < 0.3 ? ` for ${figure(random)} million euros` : "";
  return `The ${pick(WORDS, random)} of ${pick(TOWNS, random)} ${pick(VERBS, random)} the ${pick(WORDS, random)} ${pick(WORDS, random)}${cost}, ${pick(ENDS, random)}.`;
}

/** Another figure in the lead, a sentence rewritten, and one more. */
function revised(text: string, random: Random): string {
  const paragraphs = text.trimEnd().split("\n\n");
  const edited = paragraphs.map((paragraph, at) =>
    at === 1 ? paragraph.replace(/\d+/, String(figure(random))) : paragraph,
  );
  const place = 2 + Math.floor(random() * 3);
  edited[place] = `${edited[place]} ${sentence(random)}`;
  edited[2] = edited[2]?.replace(/^[^.]*\./, sentence(random)) ?? "";
  return `${edited.join("\n\n")}\n`;
}

/**
 * A contact list with random choices of one to five topics, of which a few are many readers', as people choose. Of a hundred contacts one has left
 * the list, and two chose nothing.
 */
export function contactList({ contacts, choices }: Readership): ContactList {
  const random = seededRandom(contacts + choices);
  const names = TOPICS.map(({ name }) => name);
  const sets = new Map<string, readonly string[]>();
  while (sets.size < choices) {
    const chosen = drawSome(names, 1 + Math.floor(random() * 5), random).toSorted();
    sets.set(chosen.join("+"), chosen);
  }
  const all = [...sets.values()];
  return {
    name: LIST,
    topics: TOPICS.map(({ name, title = name }) => ({ name, displayName: title, byDefault: "OPT_OUT" })),
    contacts: Array.from({ length: contacts }, (_, n) => contactOf(n, all, random)),
  };
}

function contactOf(n: number, sets: readonly (readonly string[])[], random: Random): Contact {
  // Each choice once, the rest by rank: the share of a choice falls with it, as in Zipf's law.
  const rank = n < sets.length ? n : Math.floor(sets.length ** random()) - 1;
  const chosen = n % 50 === 49 ? [] : (sets[rank] ?? []);
  return {
    address: `reader${String(n).padStart(5, "0")}@example.org`,
    hasLeft: n % 100 === 98,
    preferences: Object.fromEntries(chosen.map((name) => [name, "OPT_IN" as const])),
  };
}
