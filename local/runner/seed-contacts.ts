import { ENVIRONMENT, readerNamed } from "../../functions/digest/config.ts";
import { TOPICS_KEY } from "../../functions/digest/keys.ts";
import type { ObjectStore } from "../../functions/digest/ports.ts";
import { parseTopics, type Topic } from "../../functions/digest/topics/topics.ts";
import { type Contact, type ContactBook, type ContactList, contactOf } from "../ses/contact-book.ts";
import { READER } from "./environment.ts";
import { UsageError } from "./usage.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The topics of the environment, which a contact list is to have; none if there are none to be read: the function says what is wrong. */
export async function topicsToSeed(
  environment: Environment,
  state: Pick<ObjectStore, "read">,
): Promise<readonly Topic[]> {
  const setting = environment[ENVIRONMENT.topics] ?? "";
  const stored = setting === TOPICS_KEY ? (await state.read(TOPICS_KEY))?.bytes : undefined;
  const topics = parseTopics(stored === undefined ? setting : Buffer.from(stored).toString("utf8"));
  return typeof topics === "string" ? [] : topics;
}

/**
 * Creates the contact list and topic named in the environment, and those that readers can choose, with these contacts; a new list without
 * any gets one reader. A contact gets every topic, or those named after it: `ann@example.org#courts+money`. Existing contacts stay
 * unchanged, even if they have opted out.
 */
export function seedContacts(
  book: ContactBook,
  environment: Environment,
  contacts: string | undefined,
  topics: readonly Topic[] = [],
): void {
  const name = environment[ENVIRONMENT.contactList] ?? "";
  if (name === "") {
    refuseWithoutList(contacts);
    return;
  }
  const before = book.list(name) ?? { name, topics: [], contacts: [] };
  const topic = environment[ENVIRONMENT.topic] ?? "";
  const list = withTopics(before, [...(topic === "" ? [] : [{ name: topic, title: topic }]), ...topics]);
  book.putList(list);
  const byDefault = list.contacts.length === 0 ? READER : "";
  for (const named of addressesIn(contacts ?? byDefault)) {
    const contact = contactNamed(named, topics);
    if (contactOf(list, contact.address) === undefined) {
      book.putContact(name, contact);
    }
  }
}

function withTopics(list: ContactList, topics: readonly Pick<Topic, "name" | "title">[]): ContactList {
  const missing = topics.filter((topic) => !list.topics.some(({ name }) => name === topic.name));
  const added = missing.map(({ name, title }) => ({
    name,
    displayName: title,
    byDefault: "OPT_IN" as const,
  }));
  return { ...list, topics: [...list.topics, ...added] };
}

function contactNamed(named: string, topics: readonly Topic[]): Contact {
  const { address, topics: chosen } = readerNamed(named);
  const unknown = chosen?.find((name) => !topics.some((topic) => topic.name === name));
  if (unknown !== undefined) {
    throw new UsageError(
      `--contacts names the topic ${unknown} for ${address}, which is none of the topics in ${ENVIRONMENT.topics}: ${topics.map(({ name }) => name).join(", ") || "none can be read there"}`,
    );
  }
  const preferences = topics.map(
    ({ name }) => [name, chosen?.includes(name) ? "OPT_IN" : "OPT_OUT"] as const,
  );
  return {
    address,
    hasLeft: false,
    preferences: chosen === undefined ? {} : Object.fromEntries(preferences),
  };
}

function addressesIn(text: string): readonly string[] {
  return text
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}

function refuseWithoutList(contacts: string | undefined): void {
  if (contacts !== undefined) {
    throw new UsageError(
      `--contacts needs a contact list: set ${ENVIRONMENT.contactList} in the environment, or use --recipients`,
    );
  }
}
