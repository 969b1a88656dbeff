import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";

const StatusSchema = v.picklist(["OPT_IN", "OPT_OUT"]);
export type Status = v.InferOutput<typeof StatusSchema>;

const TopicSchema = v.object({ name: v.string(), displayName: v.string(), byDefault: StatusSchema });
const ContactSchema = v.object({
  address: v.string(),
  hasLeft: v.boolean(),
  /** By topic name; a missing topic has its default. */
  preferences: v.record(v.string(), StatusSchema),
});
const ListSchema = v.object({
  name: v.string(),
  topics: v.array(TopicSchema),
  contacts: v.array(ContactSchema),
});
/** What an unsubscribe address refers to; without a topic, the whole list. */
const TicketSchema = v.object({
  token: v.string(),
  list: v.string(),
  topic: v.string(),
  address: v.string(),
});
const BookSchema = v.object({ lists: v.array(ListSchema), tickets: v.array(TicketSchema) });

export type Contact = v.InferOutput<typeof ContactSchema>;
export type ContactList = v.InferOutput<typeof ListSchema>;
export type Ticket = Readonly<v.InferOutput<typeof TicketSchema>>;

/** The contact lists of an account. Each change is on disk when the call returns. */
export interface ContactBook {
  lists(): readonly ContactList[];
  list(name: string): ContactList | undefined;
  /** Adds a list, or replaces the one with this name. */
  putList(list: ContactList): void;
  /** Adds a contact to an existing list, or replaces the one with this address. */
  putContact(list: string, contact: Contact): void;
  /** The unsubscribe address of a contact; always the same for the same list, topic and contact. */
  ticketFor(ticket: Omit<Ticket, "token">): Ticket;
  ticket(token: string): Ticket | undefined;
}

/** Opens the book in a file, which need not exist yet; without a file it is in memory. */
export function openContactBook(file?: string): ContactBook {
  let kept = '{"lists":[],"tickets":[]}';
  const read = (): v.InferOutput<typeof BookSchema> => {
    const json = file !== undefined && existsSync(file) ? readFileSync(file, "utf8") : kept;
    return v.parse(BookSchema, JSON.parse(json));
  };
  const change = (edit: (book: v.InferOutput<typeof BookSchema>) => void): void => {
    const book = read();
    edit(book);
    kept = `${JSON.stringify(book, null, 2)}\n`;
    if (file !== undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.unfinished`, kept, { flush: true });
      renameSync(`${file}.unfinished`, file);
    }
  };
  return {
    lists: () => read().lists,
    list: (name) => read().lists.find((list) => list.name === name),
    putList: (list) =>
      change((book) => {
        book.lists = [...book.lists.filter(({ name }) => name !== list.name), list];
      }),
    putContact: (name, contact) => change((book) => putInto(book.lists, name, contact)),
    ticketFor(wanted) {
      const known = read().tickets.find(
        ({ list, topic, address }) =>
          list === wanted.list && topic === wanted.topic && isSame(address, wanted.address),
      );
      const ticket = known ?? { token: randomBytes(16).toString("hex"), ...wanted };
      if (known === undefined) {
        change(({ tickets }) => tickets.push(ticket));
      }
      return ticket;
    },
    ticket: (token) => read().tickets.find((ticket) => ticket.token === token),
  };
}

function putInto(lists: readonly ContactList[], name: string, contact: Contact): void {
  const list = lists.find((each) => each.name === name);
  const at = list?.contacts.findIndex(({ address }) => isSame(address, contact.address)) ?? -1;
  list?.contacts.splice(at < 0 ? list.contacts.length : at, at < 0 ? 0 : 1, contact);
}

/** The contact with an address; SES ignores case. */
export function contactOf({ contacts }: ContactList, address: string): Contact | undefined {
  return contacts.find((contact) => isSame(contact.address, address));
}

/** Whether a contact gets emails for a topic; an empty topic means the whole list. */
export function statusOf(list: ContactList, contact: Contact, topic: string): Status {
  if (contact.hasLeft) {
    return "OPT_OUT";
  }
  const byDefault = list.topics.find(({ name }) => name === topic)?.byDefault;
  return contact.preferences[topic] ?? byDefault ?? "OPT_IN";
}

/** Unsubscribes a contact from a topic, or from the whole list if the topic is empty. */
export function unsubscribed(contact: Contact, topic: string): Contact {
  return topic === ""
    ? { ...contact, hasLeft: true }
    : { ...contact, preferences: { ...contact.preferences, [topic]: "OPT_OUT" } };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
