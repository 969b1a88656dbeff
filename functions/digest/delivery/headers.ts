import type { MailHeader } from "./mail.ts";

/**
 * Headers by which filters and out-of-office programs know the mail: List-Id (RFC 2919), List-Unsubscribe
 * (RFC 2369, by mail to the sender), Auto-Submitted (RFC 3834). Made of the sender's address alone.
 */
export function listHeaders(sender: string): readonly MailHeader[] {
  const address = bareAddress(sender);
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return [
    { name: "List-Id", value: `Late Edition <late-edition.${domain}>` },
    { name: "List-Unsubscribe", value: `<mailto:${address}?subject=unsubscribe>` },
    { name: "Auto-Submitted", value: "auto-generated" },
    { name: "X-Auto-Response-Suppress", value: "All" },
  ];
}

/** `desk@example.org` out of `Desk <desk@example.org>`. */
export function bareAddress(sender: string): string {
  const open = sender.lastIndexOf("<");
  const close = sender.lastIndexOf(">");
  return (open >= 0 && close > open ? sender.slice(open + 1, close) : sender).trim();
}
