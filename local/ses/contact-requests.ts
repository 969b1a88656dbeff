import * as v from "valibot";
import { Problem } from "../aws-json.ts";
import { type Contact, type ContactBook, type ContactList, contactOf, statusOf } from "./contact-book.ts";
import { BadRequest, notFound } from "./problem.ts";

/**
 * Requests about contact lists, as far as the local SES supports them. The rules come from "Using list
 * management" (SES Developer Guide), the SES v2 API reference and, for names, CloudFormation's
 * AWS::SES::ContactList (2026).
 */
const MAX_TOPICS = 20;
const MAX_PAGE = 1_000;

const Name = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]{1,64}$/, "1 to 64 letters, digits, _ and -"));
const Status = v.picklist(["OPT_IN", "OPT_OUT"]);
const Preference = v.strictObject({ TopicName: Name, SubscriptionStatus: Status });

const CreateListSchema = v.strictObject({
  ContactListName: Name,
  Description: v.optional(v.string()),
  Tags: v.optional(v.array(v.unknown())),
  Topics: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          TopicName: Name,
          DisplayName: v.pipe(v.string(), v.nonEmpty("a topic needs a display name")),
          Description: v.optional(v.string()),
          DefaultSubscriptionStatus: Status,
        }),
      ),
      v.maxLength(MAX_TOPICS, `a contact list has at most ${MAX_TOPICS} topics`),
    ),
    [],
  ),
});

const CreateContactSchema = v.strictObject({
  EmailAddress: v.pipe(v.string(), v.regex(/^[!-~]+@[!-~]+$/, "Missing final '@domain'")),
  TopicPreferences: v.optional(v.array(Preference), []),
  UnsubscribeAll: v.optional(v.boolean(), false),
  AttributesData: v.optional(v.string()),
});

const ListContactsSchema = v.strictObject({
  Filter: v.optional(
    v.strictObject({
      FilteredStatus: v.optional(Status),
      TopicFilter: v.optional(
        v.strictObject({
          TopicName: Name,
          UseDefaultIfPreferenceUnavailable: v.optional(v.boolean(), false),
        }),
      ),
    }),
  ),
  PageSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PAGE)), MAX_PAGE),
  NextToken: v.optional(v.string()),
});

type ListContacts = v.InferOutput<typeof ListContactsSchema>;

/** CreateContactList: an account can have one list. */
export function createList(book: ContactBook, body: unknown): unknown {
  const { ContactListName: name, Topics } = parse(CreateListSchema, body);
  if (book.list(name) !== undefined) {
    throw new Problem("AlreadyExistsException", `List with name: ${name} already exists.`);
  }
  if (book.lists().length > 0) {
    throw new Problem("LimitExceededException", "Only one contact list is allowed per account.");
  }
  const topics = Topics.map(({ TopicName, DisplayName, DefaultSubscriptionStatus }) => ({
    name: TopicName,
    displayName: DisplayName,
    byDefault: DefaultSubscriptionStatus,
  }));
  book.putList({ name, topics, contacts: [] });
  return {};
}

/** GetContactList. */
export function getList(book: ContactBook, name: string): unknown {
  const { topics } = listOf(book, name);
  return {
    ContactListName: name,
    Topics: topics.map((topic) => ({
      TopicName: topic.name,
      DisplayName: topic.displayName,
      DefaultSubscriptionStatus: topic.byDefault,
    })),
  };
}

/** CreateContact. */
export function createContact(book: ContactBook, name: string, body: unknown): unknown {
  const list = listOf(book, name);
  const {
    EmailAddress: address,
    TopicPreferences,
    UnsubscribeAll: hasLeft,
  } = parse(CreateContactSchema, body);
  if (contactOf(list, address) !== undefined) {
    throw new Problem("AlreadyExistsException", `Contact already exists in list ${name}.`);
  }
  for (const { TopicName } of TopicPreferences) {
    refuseUnknownTopic(list, TopicName);
  }
  const preferences = TopicPreferences.map(
    ({ TopicName, SubscriptionStatus }) => [TopicName, SubscriptionStatus] as const,
  );
  book.putContact(name, { address, hasLeft, preferences: Object.fromEntries(preferences) });
  return {};
}

/** GetContact. */
export function getContact(book: ContactBook, name: string, address: string): unknown {
  const list = listOf(book, name);
  const contact = contactOf(list, address);
  if (contact === undefined) {
    throw notFound(`Contact doesn't exist in list ${name}.`);
  }
  return { ContactListName: name, ...toAnswer(list, contact) };
}

/**
 * ListContacts, page by page. A contact that left the whole list is still listed with its preference and marked
 * by `UnsubscribeAll`, as the documentation does not say otherwise.
 */
export function listContacts(book: ContactBook, name: string, body: unknown): unknown {
  const list = listOf(book, name);
  const request = parse(ListContactsSchema, body);
  if (request.Filter?.TopicFilter !== undefined) {
    refuseUnknownTopic(list, request.Filter.TopicFilter.TopicName);
  }
  const start = Number(request.NextToken ?? 0);
  if (!Number.isInteger(start)) {
    throw new Problem("InvalidNextTokenException", "The token is invalid.");
  }
  const found = list.contacts.filter((contact) => isAskedFor(list, contact, request));
  const end = start + request.PageSize;
  return {
    Contacts: found.slice(start, end).map((contact) => toAnswer(list, contact)),
    ...(end < found.length && { NextToken: String(end) }),
  };
}

function isAskedFor(list: ContactList, contact: Contact, { Filter }: ListContacts): boolean {
  const { FilteredStatus, TopicFilter } = Filter ?? {};
  if (FilteredStatus === undefined) {
    return true;
  }
  if (TopicFilter === undefined) {
    return statusOf(list, contact, "") === FilteredStatus;
  }
  const { TopicName, UseDefaultIfPreferenceUnavailable } = TopicFilter;
  const own = contact.preferences[TopicName];
  const byDefault = UseDefaultIfPreferenceUnavailable
    ? statusOf(list, { ...contact, hasLeft: false }, TopicName)
    : undefined;
  return (own ?? byDefault) === FilteredStatus;
}

/** The list with this name; throws NotFoundException. */
export function listOf(book: ContactBook, name: string): ContactList {
  const list = book.list(name);
  if (list === undefined) {
    throw notFound(`List with name: ${name} doesn't exist.`);
  }
  return list;
}

/** Throws BadRequestException for a topic that the list does not have. */
export function refuseUnknownTopic(list: ContactList, topic: string): void {
  if (!list.topics.some(({ name }) => name === topic)) {
    throw new BadRequest(`List ${list.name} doesn't contain topic ${topic}.`);
  }
}

function toAnswer(list: ContactList, contact: Contact) {
  return {
    EmailAddress: contact.address,
    TopicPreferences: Object.entries(contact.preferences).map(([TopicName, SubscriptionStatus]) => ({
      TopicName,
      SubscriptionStatus,
    })),
    TopicDefaultPreferences: list.topics.map(({ name, byDefault }) => ({
      TopicName: name,
      SubscriptionStatus: byDefault,
    })),
    UnsubscribeAll: contact.hasLeft,
  };
}

function parse<T extends v.GenericSchema>(schema: T, body: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, body);
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  throw new BadRequest(`${v.getDotPath(issue) ?? "the body"}: ${issue.message}`);
}
