import addressParser from "nodemailer/lib/addressparser";
import * as v from "valibot";
import { BadRequest } from "./problem.ts";

/**
 * The body of SendEmail, as far as the local SES supports it; other fields are refused by name. The limits are
 * SES's: SES v2 API reference, SendEmail, Destination and MessageHeader, and "Service quotas in Amazon SES"
 * (2026).
 */
const MAX_RECIPIENTS = 50;
const MAX_HEADERS = 15;
const MAX_HEADER_NAME = 126;
const MAX_HEADER_VALUE = 995;
const MAX_HEADER = 996;

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);

const Address = v.pipe(
  v.string(),
  v.check(isAscii, "addresses must be ASCII: encode a name as in RFC 2047 and a domain in Punycode"),
  v.check(hasOneMailbox, "Missing final '@domain'"),
);
const Addresses = v.optional(v.array(Address), []);
const Content = v.strictObject({ Data: v.string(), Charset: v.optional(v.string()) });
const Subject = v.strictObject({
  Data: v.pipe(
    v.string(),
    v.regex(/^[^\r\n]*$/, "the subject must not contain line breaks"),
    v.nonEmpty("the subject is empty"),
  ),
  Charset: v.optional(v.string()),
});
const Header = v.pipe(
  v.strictObject({
    Name: v.pipe(
      v.string(),
      v.regex(/^[!-9;-~]+$/, "a header name must be printable ASCII without a colon"),
      v.maxLength(MAX_HEADER_NAME, `a header name has at most ${MAX_HEADER_NAME} characters`),
    ),
    Value: v.pipe(
      v.string(),
      v.nonEmpty("a header value is empty"),
      v.check(isAscii, "a header value must be printable ASCII without line breaks"),
      v.maxLength(MAX_HEADER_VALUE, `a header value has at most ${MAX_HEADER_VALUE} characters`),
    ),
  }),
  v.check(
    ({ Name, Value }) => Name.length + Value.length <= MAX_HEADER,
    `a header name and value have at most ${MAX_HEADER} characters together`,
  ),
);
const Feature = v.optional(v.picklist(["ENABLED", "DISABLED"]));

const SendRequestSchema = v.strictObject({
  FromEmailAddress: Address,
  Destination: v.pipe(
    v.strictObject({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses }),
    v.check((to) => recipientCount(to) > 0, "at least one recipient is needed"),
    v.check((to) => recipientCount(to) <= MAX_RECIPIENTS, `Recipient count exceeds ${MAX_RECIPIENTS}`),
  ),
  ReplyToAddresses: Addresses,
  ConfigurationSetName: v.optional(v.string(), ""),
  ConfigurationOverrides: v.optional(
    v.strictObject({
      Tracking: v.optional(v.strictObject({ OpenTrackingEnabled: Feature, ClickTrackingEnabled: Feature })),
    }),
  ),
  ListManagementOptions: v.optional(
    v.strictObject({ ContactListName: v.string(), TopicName: v.optional(v.string()) }),
  ),
  Content: v.strictObject({
    Simple: v.strictObject({
      Subject,
      Body: v.pipe(
        v.strictObject({ Html: v.optional(Content), Text: v.optional(Content) }),
        v.check(({ Html, Text }) => (Html ?? Text) !== undefined, "the body has neither HTML nor text"),
      ),
      Headers: v.optional(
        v.pipe(v.array(Header), v.maxLength(MAX_HEADERS, `at most ${MAX_HEADERS} headers are allowed`)),
        [],
      ),
    }),
  }),
});

export type SendRequest = Readonly<v.InferOutput<typeof SendRequestSchema>>;

/** Reads the body of SendEmail; throws {@link BadRequest} that names the field and the rule it breaks. */
export function parseSendRequest(body: unknown): SendRequest {
  const result = v.safeParse(SendRequestSchema, body);
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  throw new BadRequest(`${v.getDotPath(issue) ?? "the body"}: ${issue.message}`);
}

interface Recipients {
  readonly ToAddresses: readonly string[];
  readonly CcAddresses: readonly string[];
  readonly BccAddresses: readonly string[];
}

function recipientCount({ ToAddresses, CcAddresses, BccAddresses }: Recipients): number {
  return ToAddresses.length + CcAddresses.length + BccAddresses.length;
}

function hasOneMailbox(text: string): boolean {
  const mailboxes = addressParser(text, { flatten: true });
  return mailboxes.length === 1 && /^[^\s@]+@[^\s@]+$/.test(mailboxes[0]?.address ?? "");
}
