import type { ObjectStore } from "../../functions/digest/ports.ts";
import { at } from "./template.ts";

/** A call of an AWS service, as IAM sees it. */
export interface Call {
  /** `s3:GetObject`. */
  readonly action: string;
  /** Bucket and key with a slash between them, or the end of an ARN such as `identity/desk@example.org`; empty: none. */
  readonly resource: string;
  /** The values that conditions are checked against. */
  readonly context: Readonly<Record<string, string>>;
}

type Command = (input: unknown) => readonly Call[];

const text = (value: unknown): string => String(value ?? "");
const object = (action: string): Command => {
  return (input) => [{ action, resource: `${at(input, "Bucket")}/${at(input, "Key")}`, context: {} }];
};

/** The calls of each SDK command; a command that is missing here has not been considered. */
const COMMANDS: Readonly<Record<string, Command>> = {
  GetObjectCommand: object("s3:GetObject"),
  HeadObjectCommand: object("s3:GetObject"),
  PutObjectCommand: object("s3:PutObject"),
  PutObjectTaggingCommand: object("s3:PutObjectTagging"),
  DeleteObjectCommand: object("s3:DeleteObject"),
  ListObjectsV2Command: (input) => [
    {
      action: "s3:ListBucket",
      resource: text(at(input, "Bucket")),
      context: { "s3:prefix": text(at(input, "Prefix")) },
    },
  ],
  SendEmailCommand: (input) => {
    const address = addressOf(text(at(input, "FromEmailAddress")));
    const set = at(input, "ConfigurationSetName");
    const list = at(input, "ListManagementOptions", "ContactListName");
    return [
      `identity/${address}`,
      ...(set === undefined ? [] : [`configuration-set/${set}`]),
      ...(list === undefined ? [] : [`contact-list/${list}`]),
    ].map((resource) => ({ action: "ses:SendEmail", resource, context: { "ses:FromAddress": address } }));
  },
  ListContactsCommand: (input) => [
    {
      action: "ses:ListContacts",
      resource: `contact-list/${at(input, "ContactListName")}`,
      context: {},
    },
  ],
  GetAccountCommand: () => [{ action: "ses:GetAccount", resource: "", context: {} }],
};

/** Middleware for a client's first step, which records each command before anything is sent. */
export function recordInto(calls: Call[]) {
  return <Args, Result>(next: (args: Args) => Result, context: { readonly commandName?: string }) =>
    (args: Args): Result => {
      const name = context.commandName ?? "";
      const command = COMMANDS[name];
      if (command === undefined) {
        throw new Error(`${name} is called, but its permission is unknown: add it to recorded-calls.ts`);
      }
      calls.push(...command(at(args, "input")));
      return next(args);
    };
}

/** A store that records its reads too: after the first of a range, they are no commands of the SDK (`store/s3-direct-read.ts`). */
export function recordReads(store: ObjectStore, calls: Call[]): ObjectStore {
  return {
    ...store,
    read: (key, range) => {
      calls.push({ action: "s3:GetObject", resource: `${store.bucket}/${key}`, context: {} });
      return store.read(key, range);
    },
  };
}

function addressOf(mailbox: string): string {
  return /<([^<>]*)>$/.exec(mailbox)?.[1] ?? mailbox;
}
