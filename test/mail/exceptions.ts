/**
 * What the three linters say against the mail and stays as it is, each with its reason. A finding that is not here
 * fails `npm run test:mail`; so does an exception that no mail needs any more.
 */

/** Names of findings as the linter gives them, with the one reason why they stay. */
interface Exception {
  readonly why: string;
  readonly findings: readonly string[];
}

/** What html-validate asks of a page and a mail cannot give. */
export const HTML_VALIDATE: readonly Exception[] = [
  { why: "mail programs strip style sheets", findings: ["no-inline-style"] },
  {
    why: "Outlook's Word engine reads width, align and cell spacing from attributes only",
    findings: ["no-deprecated-attr"],
  },
  {
    why: "Outlook's Word engine knows no max-width: the comment gives it a fixed table",
    findings: ["no-conditional-comment"],
  },
  { why: "costs bytes on every table and changes nothing", findings: ["prefer-tbody"] },
  {
    why: 'screen readers knew role="presentation" long before its new name',
    findings: ["presentation-role-style"],
  },
  {
    why: "mail programs unwrap article, a div with its role survives",
    findings: ["prefer-native-element"],
  },
];

/** Features that caniemail knows as missing, or as partly there, in some of {@link CLIENTS}. */
export const CANIEMAIL: readonly Exception[] = [
  {
    why: "the style sheet only adds dark mode and the phone's sizes: without it the inline styles hold, see the stripped pictures",
    findings: [
      "<style> element",
      "@media",
      "Type selector",
      "color-scheme CSS property",
      "color-scheme meta tag",
    ],
  },
  {
    why: "the contents read as a list where their links lead nowhere",
    findings: ["Local anchors"],
  },
  {
    why: "hides the preheader; where one is missing the others do it, and Word has mso-hide",
    findings: ["display", "display:none", "max-height property", "overflow", "aria-hidden attribute"],
  },
  {
    why: "help for screen readers, on top of words that say the same",
    findings: ["aria-label attribute", "role attribute", "lang attribute", "dir attribute"],
  },
  {
    why: "the paper's colour stands on the outer table, too",
    findings: ["<body> element", "background"],
  },
  {
    why: "breaks a word that is longer than a phone is wide; elsewhere the program's own rule does, or the reader scrolls",
    findings: ["word-break"],
  },
  {
    why: "partly there: auto, negative and percentage values are not, and we use pixels above zero on paragraphs, lists and cells",
    findings: ["margin", "padding", "font-size", "line-height", "letter-spacing", "border"],
  },
  {
    why: "partly there: values that we do not use are missing; ours are left, center, underline, line-through and uppercase",
    findings: ["text-align", "text-decoration", "text-transform"],
  },
  {
    why: "a list that keeps its bullets is still a list",
    findings: ["list-style", "<ul>, <ol> and <dl>"],
  },
  {
    why: "Outlook's Word engine gets its width from the conditional comment",
    findings: ["max-width", "width attribute", "HTML comments"],
  },
  {
    why: "for Outlook's Word engine; programs without it have CSS",
    findings: ["align attribute", "cellpadding attribute", "cellspacing attribute"],
  },
];

/** What the engine of Emailens says; its features are caniemail's, so their reasons are, too. */
export const EMAILENS: readonly Exception[] = [
  {
    why: "as for caniemail",
    findings: [
      ...["<style>", "@media", "color-scheme", "max-height", "overflow", "display", "display:none"],
      ...["word-break", "margin", "padding", "font-size", "line-height", "letter-spacing", "max-width"],
      ...["text-align", "text-decoration", "text-transform", "list-style"],
    ],
  },
  {
    why: "an empty a with a name is the target of the contents, no link: old programs jump to nothing else",
    findings: ["empty-href", "link-no-accessible-name"],
  },
  {
    why: "asked of advertising; who runs this puts an address into the footer where the law wants one",
    findings: ["missing-physical-address"],
  },
  {
    why: "one click needs an HTTPS page: mails to a contact list get its header from SES, others are stopped by an answer",
    findings: ["missing-one-click-unsubscribe"],
  },
  { why: "a quiet day has no story to lead to", findings: ["no-links"] },
  {
    why: "the words of a hostile story: its double braces are parted, so that nothing fills them",
    findings: ["unresolved-variable"],
  },
];

/** Every mail program that caniemail has tested for all that the mail uses: the readers that a newsroom has. */
export const CLIENTS = [
  "aol.*",
  "apple-mail.*",
  "fastmail.*",
  "gmail.*",
  "hey.*",
  "outlook.*",
  "protonmail.*",
  "samsung-email.*",
  "thunderbird.macos",
  "yahoo.*",
] as const;

/** The findings that these exceptions allow. */
export function allowedBy(exceptions: readonly Exception[]): readonly string[] {
  return exceptions.flatMap(({ findings }) => findings);
}
