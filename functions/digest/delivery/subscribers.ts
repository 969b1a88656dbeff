import {
  type Contact,
  ListContactsCommand,
  type ListContactsCommandOutput,
  type SESv2Client,
} from "@aws-sdk/client-sesv2";
import type { DigestConfig } from "../config.ts";
import type { Reader } from "../ports.ts";

/** Emails go out one after another: more than this many cannot be sent between two mornings. */
export const MAX_SUBSCRIBERS = 10_000;

const PAGE_SIZE = 1_000;
/** Stops a listing whose pages are mostly empty. */
const MAX_PAGES = 100;

type List = Pick<DigestConfig, "contactList" | "topic" | "topics">;

/**
 * The addresses currently subscribed to the topic of a contact list, in SES's order: contacts that chose it, or
 * made no choice while it is on by default, and have not left the list ("Using list management", SES Developer
 * Guide). Without a topic, everyone who has not left the list; where readers choose `topics`, with those that are theirs. Throws if the list cannot be read or has more
 * than {@link MAX_SUBSCRIBERS}. One request per thousand contacts.
 */
export async function listSubscribers(client: SESv2Client, list: List): Promise<readonly Reader[]> {
  const readers = new Map<string, Reader>();
  let token: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { Contacts = [], NextToken } = await readPage(client, list, token);
    for (const reader of Contacts.flatMap((contact) => readerOf(contact, list))) {
      readers.set(reader.address.toLowerCase(), reader);
    }
    if (readers.size > MAX_SUBSCRIBERS) {
      break;
    }
    if (NextToken === undefined || NextToken === "") {
      return [...readers.values()];
    }
    token = NextToken;
  }
  throw new Error(
    `cannot email ${nameOf(list)}: it has more than ${MAX_SUBSCRIBERS} subscribers or ${MAX_PAGES} pages; split it into topics, each with its own deployment`,
  );
}

/** How long a list of subscribers is good for the emails of other choices of topics. */
const REMEMBERED_MS = 60_000;

/**
 * Lists subscribers once a minute at most: where readers choose topics, each choice is an email of its own, and none needs the list to be newer than that
 * of the one before. A list that could not be read is asked for again.
 */
export function rememberSubscribers(
  list: () => Promise<readonly Reader[]>,
  now: () => number = () => performance.now(),
): () => Promise<readonly Reader[]> {
  let last: { readonly at: number; readonly readers: readonly Reader[] } | undefined;
  return async () => {
    if (last === undefined || now() - last.at > REMEMBERED_MS) {
      last = { at: now(), readers: await list() };
    }
    return last.readers;
  };
}

async function readPage(
  client: SESv2Client,
  { contactList, topic, topics }: List,
  token: string | undefined,
): Promise<ListContactsCommandOutput> {
  const command = new ListContactsCommand({
    ContactListName: contactList,
    ...(topic !== "" && {
      Filter: {
        FilteredStatus: "OPT_IN",
        TopicFilter: { TopicName: topic, UseDefaultIfPreferenceUnavailable: true },
      },
    }),
    PageSize: PAGE_SIZE,
    ...(token !== undefined && { NextToken: token }),
  });
  try {
    return await client.send(command);
  } catch (cause) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new Error(
      `cannot list the subscribers of ${nameOf({ contactList, topic, topics })}: ${reason}; the list and topic must exist in this account and region, and the function needs ses:ListContacts on the list`,
      { cause },
    );
  }
}

function readerOf(contact: Contact, { topics }: List): readonly Reader[] {
  const { EmailAddress: address, UnsubscribeAll } = contact;
  if (address === undefined || UnsubscribeAll === true) {
    return [];
  }
  return topics === "" ? [{ address }] : [{ address, topics: topicsOf(contact) }];
}

/** A choice outweighs the topic's default. */
function topicsOf({ TopicPreferences = [], TopicDefaultPreferences = [] }: Contact): readonly string[] {
  const all = [...TopicDefaultPreferences, ...TopicPreferences].map(
    ({ TopicName = "", SubscriptionStatus }) => [TopicName, SubscriptionStatus === "OPT_IN"] as const,
  );
  return [...new Map(all)].flatMap(([name, isChosen]) => (isChosen ? [name] : []));
}

function nameOf({ contactList, topic }: List): string {
  return topic === "" ? `contact list ${contactList}` : `topic ${topic} of contact list ${contactList}`;
}
