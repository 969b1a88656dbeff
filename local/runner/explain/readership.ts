import { type DigestConfig, type Environment, readConfig } from "../../../functions/digest/config.ts";
import type { Reader } from "../../../functions/digest/ports.ts";
import { readersOf } from "../../../functions/digest/run/audiences/readers.ts";
import { topicsOf } from "../../../functions/digest/run/audiences/topics.ts";
import type { Topic } from "../../../functions/digest/topics/topics.ts";
import { contactsOf, readStateOf } from "../../cloud.ts";
import { type ContactList, openContactBook, statusOf } from "../../ses/contact-book.ts";
import { settingsEnvironment } from "../environment.ts";
import type { RunOptions } from "../options.ts";

/** Who reads what, by the settings and the contact list of now. */
export interface Readership {
  readonly config: Pick<DigestConfig, "contactList" | "topic" | "topics" | "weekDay" | "timeZone">;
  /** None: everybody gets everything. */
  readonly topics: readonly Topic[];
  readonly readers: readonly Reader[];
  /** The local contact list, where the settings name one. */
  readonly list: ContactList | undefined;
}

/** The readership of a local run. Throws what is wrong with the settings or the topics. */
export async function readershipOf(
  { state: folder, recipients }: Pick<RunOptions, "state" | "recipients">,
  callers: Environment,
): Promise<Readership> {
  const state = readStateOf(folder);
  const buckets = { corpusBucket: "corpus", stateBucket: state.bucket };
  const config = readConfig(settingsEnvironment(buckets, callers, recipients));
  const { contactList } = config;
  const list = contactList === "" ? undefined : openContactBook(contactsOf(folder)).list(contactList);
  const subscribers = async () => (list === undefined ? [] : subscribersIn(list, config));
  return {
    config,
    topics: await topicsOf({ config, state }),
    readers: await readersOf({ config, subscribers }),
    list,
  };
}

/** Whom the job finds on a contact list, and what they chose: the same as `listSubscribers`, without a server. */
export function subscribersIn(
  list: ContactList,
  { topic, topics }: Pick<DigestConfig, "topic" | "topics">,
): readonly Reader[] {
  const isChosen = (contact: ContactList["contacts"][number], name: string) =>
    statusOf(list, contact, name) === "OPT_IN";
  return list.contacts
    .filter((contact) => isChosen(contact, topic))
    .map((contact) => ({
      address: contact.address,
      ...(topics !== "" && {
        topics: list.topics.flatMap(({ name }) => (isChosen(contact, name) ? [name] : [])),
      }),
    }));
}
