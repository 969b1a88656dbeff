import { receiptKey } from "../../../functions/digest/delivery/receipt.ts";
import type { Reader } from "../../../functions/digest/ports.ts";
import { listed } from "../../../functions/digest/publish/wording/words.ts";
import { type Audience, audiencesOf } from "../../../functions/digest/topics/audiences.ts";
import { selectInRhythm, type ToldEditions } from "../../../functions/digest/topics/rhythms.ts";
import type { Topic } from "../../../functions/digest/topics/topics.ts";
import { contactOf } from "../../ses/contact-book.ts";
import type { Readership } from "./readership.ts";

/** What an address is to an edition, by the settings and the contact list of now. */
export type Choice =
  | { readonly isReader: false; readonly address: string; readonly why: string }
  | {
      readonly isReader: true;
      /** As the settings or the contact list write it. */
      readonly address: string;
      /** `undefined`: everything. */
      readonly topics: readonly Topic[] | undefined;
      /** What is read, and which setting says so: `courts, by the recipients`. */
      readonly words: string;
    };

/** Recipients that are named where an address is none of them. */
const MAX_NAMED = 3;

/** Addresses compare as in receipts and contact lists; a name before one is not part of it. */
export function isSameAddress(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(mailbox: string): string {
  return (/<([^<>]*)>$/.exec(mailbox.trim())?.[1] ?? mailbox).trim().toLowerCase();
}

/** What a reader chose, or why this address is none. What was told decides only which email an address gets that is there twice. */
export function choiceOf(address: string, readership: Readership, told: ToldEditions | undefined): Choice {
  const own = readership.readers.filter((reader) => isSameAddress(reader.address, address));
  const [first] = own;
  if (first === undefined) {
    return { isReader: false, address, why: whyNoReader(address, readership) };
  }
  const audience = audienceOf(address, readership, told);
  if (audience === undefined) {
    return { isReader: false, address: first.address, why: whyNoTopic(first.topics ?? [], readership) };
  }
  const times = own.filter((each) => receiptKey("", each.address) === receiptKey("", first.address)).length;
  const again = times > 1 ? `; named ${times} times there, for one email` : "";
  const { topics } = audience;
  const words = `${wordsOf(audience, first, readership)}${again}`;
  return { isReader: true, address: first.address, topics, words };
}

function wordsOf(
  { topics, isCut }: Audience,
  { topics: chosen = [] }: Reader,
  readership: Readership,
): string {
  if (topics === undefined) {
    return `everything, ${whyEverything(readership)}`;
  }
  const all = readership.topics.filter(({ name }) => chosen.some((each) => isSameName(each, name)));
  const isLess = isCut && all.length > topics.length;
  const cut = isLess ? "; the whole choice is too rare for an email of its own, which 50 choices have" : "";
  return `${namesOf(topics)}, by ${placeOf(readership)}${cut}`;
}

/** Emails go out in the order of the audiences, and an address gets the first that has something for it. */
function audienceOf(
  address: string,
  { readers, topics }: Readership,
  told: ToldEditions | undefined,
): Audience | undefined {
  const own = audiencesOf(readers, topics).filter(({ addresses }) =>
    addresses.some((each) => isSameAddress(each, address)),
  );
  return own.find((each) => told !== undefined && tellsOf(told, each.topics)) ?? own[0];
}

/** Whether there is something for who chose these topics. */
function tellsOf(told: ToldEditions, topics: readonly Topic[] | undefined): boolean {
  return topics === undefined || selectInRhythm(told, topics).edition.kind !== "quiet";
}

function placeOf({ config }: Readership): string {
  return config.contactList === "" ? "the recipients" : `the contact list ${config.contactList}`;
}

function namesOf(topics: readonly Topic[]): string {
  return listed(topics.map(({ name }) => name));
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function whyEverything({ config, topics }: Readership): string {
  if (topics.length > 0) {
    return "as the recipients name no topics for this address";
  }
  return config.topic === ""
    ? "as no topics are set (TOPICS)"
    : `as a subscriber of the topic ${config.topic} of the contact list ${config.contactList}`;
}

function whyNoReader(address: string, { config, list, readers }: Readership): string {
  if (config.contactList === "") {
    const some = readers.slice(0, MAX_NAMED).map((reader) => reader.address);
    const who = readers.length === 1 ? "the only recipient is" : "the recipients are";
    return `${who} ${listed(some, readers.length - some.length)}; name this one with --recipients`;
  }
  const name = `the contact list ${config.contactList}`;
  const contact = list && contactOf(list, address);
  if (contact === undefined) {
    return `this address is not on ${name}; add it with --contacts`;
  }
  return contact.hasLeft
    ? `unsubscribed from all of ${name}`
    : `opted out of the topic ${config.topic} of ${name}`;
}

/** Of a reader who gets nothing that there is. */
function whyNoTopic(chosen: readonly string[], { config, list, topics }: Readership): string {
  const there = namesOf(topics);
  if (list === undefined) {
    return `the recipients name ${listed(chosen)}, which is none of the topics: name one of ${there}`;
  }
  if (list.topics.length === 0) {
    return `the contact list ${config.contactList} has no topics: give it those of the settings, ${there}`;
  }
  return chosen.length === 0
    ? `opted out of all topics of the contact list ${config.contactList}`
    : `chose ${listed(chosen)} on the contact list ${config.contactList}, which is none of the topics of the settings: ${there}`;
}
