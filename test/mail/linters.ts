import { auditEmail } from "@emailens/engine";
import { caniemail } from "caniemail";
import { HtmlValidate } from "html-validate";
import { listHeaders } from "../../functions/digest/delivery/headers.ts";
import { CLIENTS } from "./exceptions.ts";

/** A linter's finding: its name, and where or in which program. */
export interface Finding {
  readonly name: string;
  readonly about: string;
}

const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });

/** The findings of html-validate, one per place. */
export async function htmlFindings(html: string): Promise<readonly Finding[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => ({ name: ruleId, about: `line ${line}: ${message}` })),
  );
}

/** Features of the email that a mail program lacks or supports in part, one finding per feature and program. */
export function clientFindings(html: string): readonly Finding[] {
  const { errors, warnings } = caniemail({ clients: [...CLIENTS], html }).issues;
  return [...errors, ...warnings].flatMap(([client, issues]) =>
    [...new Set(issues.map(({ title }) => title))].map((name) => ({ name, about: client })),
  );
}

/** An email to a list, not advertising: the required headers are present. */
const [LIST_UNSUBSCRIBE] = listHeaders({
  sender: "desk@example.org",
  contactList: "",
  name: "Late Edition",
}).flatMap(({ name, value }) => (name === "List-Unsubscribe" ? [value] : []));

/** Everything that the Emailens engine checks, from missing program support to spam words. */
export function engineFindings(html: string): readonly Finding[] {
  const report = auditEmail(html, { spam: { listUnsubscribeHeader: LIST_UNSUBSCRIBE ?? "" } });
  const { compatibility, spam, links, accessibility, images, size, templateVariables } = report;
  const issues = [spam, links, accessibility, images, size, templateVariables].flatMap((part) => part.issues);
  return [
    ...compatibility.warnings.map(({ property, client }) => ({ name: property, about: client })),
    ...issues.map(({ rule, message }) => ({ name: rule, about: message })),
  ];
}
