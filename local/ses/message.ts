import MailComposer from "nodemailer/lib/mail-composer";
import { decodeWords } from "postal-mime";
import { BadRequest } from "./problem.ts";
import type { SendRequest } from "./send-request.ts";

const MAX_MESSAGE_BYTES = 40 * 1024 * 1024;

/** The message as a mail program gets it; throws {@link BadRequest} if it is too large for SES. */
export async function composeMessage(request: SendRequest, id: string, date: Date): Promise<Buffer> {
  const { Subject, Body, Headers } = request.Content.Simple;
  const { ToAddresses, CcAddresses } = request.Destination;
  const message = new MailComposer({
    from: decodeWords(request.FromEmailAddress),
    to: ToAddresses.map(decodeWords),
    cc: CcAddresses.map(decodeWords),
    replyTo: request.ReplyToAddresses.map(decodeWords),
    subject: Subject.Data,
    html: Body.Html?.Data,
    text: Body.Text?.Data,
    headers: Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
    messageId: `<${id}@late-edition.invalid>`,
    date,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await message.compile().build();
  if (bytes.length > MAX_MESSAGE_BYTES) {
    throw new BadRequest(`Message length is more than ${MAX_MESSAGE_BYTES} bytes long: '${bytes.length}'.`);
  }
  return bytes;
}
