import type { Reader } from "../ports.ts";
import { EVERYONE } from "../snapshot/head.ts";
import type { Topic } from "./topics.ts";

/** Readers who get the same email. */
export interface Audience {
  /** Names of their topics in the order of the settings, with `+` between them; {@link EVERYONE} for all of each edition. */
  readonly name: string;
  /** `undefined`: everything. */
  readonly topics: readonly Topic[] | undefined;
  readonly addresses: readonly string[];
  /** Some of them chose more topics than these; see {@link audiencesOf}. */
  readonly isCut: boolean;
}

/** Sets of topics that have an email of their own: each is made and stored for every edition. */
const MAX_SETS = 50;

const BETWEEN = "+";

/**
 * Readers by what they chose, the most common choice first; those who chose nothing that there is get no email, and are not in any. Of more than
 * {@link MAX_SETS} choices the rarest have no email of their own: their readers get that of the largest choice that is part of theirs, in the worst case of one
 * of their topics.
 */
export function audiencesOf(readers: readonly Reader[], topics: readonly Topic[]): readonly Audience[] {
  const byChoice = Map.groupBy(
    readers.filter((reader) => reader.topics === undefined || chosenOf(reader, topics).length > 0),
    (reader) => (reader.topics === undefined ? EVERYONE : nameOf(chosenOf(reader, topics))),
  );
  const choices = [...byChoice].toSorted(([, a], [, b]) => b.length - a.length);
  const kept = choices.slice(0, choices.length > MAX_SETS ? MAX_SETS - topics.length : MAX_SETS);
  const addresses = new Map(kept.map(([name, own]) => [name, own.map(({ address }) => address)]));
  const cut = new Set<string>();
  for (const [name, own] of choices.slice(kept.length)) {
    const nearest = largestPart(name, [...addresses.keys()]);
    addresses.set(nearest, [...(addresses.get(nearest) ?? []), ...own.map(({ address }) => address)]);
    cut.add(nearest);
  }
  return [...addresses].map(([name, own]) => ({
    name,
    topics: topicsOf(name, topics),
    addresses: own,
    isCut: cut.has(name),
  }));
}

/** The topics of an audience by its name; `undefined` for {@link EVERYONE}. Those that there are no more are left out. */
export function topicsOf(audience: string, topics: readonly Topic[]): readonly Topic[] | undefined {
  const names = audience.split(BETWEEN);
  return audience === EVERYONE ? undefined : topics.filter(({ name }) => names.includes(name));
}

function chosenOf({ topics: chosen = [] }: Reader, topics: readonly Topic[]): readonly string[] {
  const names = new Set(chosen.map((name) => name.toLowerCase()));
  return topics.flatMap(({ name }) => (names.has(name.toLowerCase()) ? [name] : []));
}

function nameOf(names: readonly string[]): string {
  return names.join(BETWEEN);
}

function largestPart(name: string, others: readonly string[]): string {
  const own = new Set(name.split(BETWEEN));
  const parts = others
    .map((other) => ({ other, names: other.split(BETWEEN) }))
    .filter(({ other, names }) => other !== EVERYONE && names.every((each) => own.has(each)));
  const largest = parts.toSorted((a, b) => b.names.length - a.names.length)[0];
  return largest?.other ?? name.split(BETWEEN, 1)[0] ?? name;
}
