import { GetContactListCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import { type Finding, isCalled, notChecked, notOk, ok, reasonOf } from "./finding.ts";

/** A topic as the contact list has it. */
export interface ListTopic {
  readonly name: string;
  /** What its page shows to readers. */
  readonly title: string;
}

/** A contact list, or why nothing is known of it. */
export type List = {
  readonly name: string;
  readonly found: readonly ListTopic[] | Finding;
};

/** The topics of a contact list. One request. */
export async function readList(name: string, ses: SESv2Client): Promise<List> {
  const subject = subjectOf(name);
  try {
    const { Topics = [] } = await ses.send(new GetContactListCommand({ ContactListName: name }));
    return {
      name,
      found: Topics.map(({ TopicName = "", DisplayName = "" }) => ({ name: TopicName, title: DisplayName })),
    };
  } catch (error) {
    return {
      name,
      found: isCalled(error, "NotFoundException")
        ? notOk(subject, `it does not exist: aws sesv2 create-contact-list --contact-list-name ${name}`)
        : notChecked(subject, `${reasonOf(error)}; you need permission for ses:GetContactList`),
    };
  }
}

/** Whether the list is there, and the one topic of a digest that has one. */
export function describeList({ name, found }: List, topic: string | undefined): Finding {
  const subject = subjectOf(name);
  if ("status" in found) {
    return found;
  }
  const names = found.map((each) => each.name);
  if (topic === undefined || names.includes(topic)) {
    return ok(subject, topic === undefined ? "it exists" : `it exists, with topic ${topic}`);
  }
  return notOk(subject, `it has no topic ${topic}; its topics: ${names.join(", ") || "none"}`);
}

function subjectOf(name: string): string {
  return `contact list ${name}`;
}
