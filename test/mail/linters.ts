import { auditEmail } from "@emailens/engine";
import { caniemail } from "caniemail";
import { HtmlValidate } from "html-validate";
import { listHeaders } from "../../functions/digest/delivery/headers.ts";
import { CLIENTS } from "./exceptions.ts";

/** What a linter found: its name for it, and where or by whom. */
export interface Finding {
  readonly name: string;
  readonly about: string;
}

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });

/** What html-validate says, one finding a place. */
export async function htmlFindings(html: string): Promise<readonly Finding[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => ({ name: ruleId, about: `line ${line}: ${message}` })),
  );
}

/** Features of the mail that a mail program lacks or has in part, one finding a feature and program. */
export function clientFindings(html: string): readonly Finding[] {
  const { errors, warnings } = caniemail({ clients: [...CLIENTS], html }).issues;
  return [...errors, ...warnings].flatMap(([client, issues]) =>
    [...new Set(issues.map(({ title }) => title))].map((name) => ({ name, about: client })),
  );
}

/** A mail of a list, from nobody who sells: what has to be in its headers is. */
const [LIST_UNSUBSCRIBE] = listHeaders({ sender: "desk@example.org", contactList: "" }).flatMap(
  ({ name, value }) => (name === "List-Unsubscribe" ? [value] : []),
);

/** All that the engine of Emailens checks, from programs' lacks to words that smell of spam. */
export function engineFindings(html: string): readonly Finding[] {
  const report = auditEmail(html, { spam: { listUnsubscribeHeader: LIST_UNSUBSCRIBE ?? "" } });
  const { compatibility, spam, links, accessibility, images, size, templateVariables } = report;
  const issues = [spam, links, accessibility, images, size, templateVariables].flatMap((part) => part.issues);
  return [
    ...compatibility.warnings.map(({ property, client }) => ({ name: property, about: client })),
    ...issues.map(({ rule, message }) => ({ name: rule, about: message })),
  ];
}
