import { ENVIRONMENT } from "../../functions/digest/config.ts";
import { type ContactBook, type ContactList, contactOf } from "../ses/contact-book.ts";
import { READER } from "./environment.ts";
import { UsageError } from "./usage.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Creates the contact list and topic named in the environment, with these contacts; a new list without any gets
 * one reader. Existing contacts stay unchanged, even if they have opted out.
 */
export function seedContacts(
  book: ContactBook,
  environment: Environment,
  contacts: string | undefined,
): void {
  const name = environment[ENVIRONMENT.contactList] ?? "";
  if (name === "") {
    refuseWithoutList(contacts);
    return;
  }
  const before = book.list(name) ?? { name, topics: [], contacts: [] };
  const list = withTopic(before, environment[ENVIRONMENT.topic] ?? "");
  book.putList(list);
  const byDefault = list.contacts.length === 0 ? READER : "";
  for (const address of addressesIn(contacts ?? byDefault)) {
    if (contactOf(list, address) === undefined) {
      book.putContact(name, { address, hasLeft: false, preferences: {} });
    }
  }
}

function withTopic(list: ContactList, topic: string): ContactList {
  const isThere = topic === "" || list.topics.some(({ name }) => name === topic);
  return isThere
    ? list
    : { ...list, topics: [...list.topics, { name: topic, displayName: topic, byDefault: "OPT_IN" }] };
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
