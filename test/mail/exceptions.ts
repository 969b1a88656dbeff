/**
 * Accepted findings of the three linters, each with its reason. Any other finding fails `npm run test:mail`; so
 * does an exception that no email needs any more.
 */

/** Names of findings as the linter gives them, with the common reason to accept them. */
interface Exception {
  readonly why: string;
  readonly findings: readonly string[];
}

/** What html-validate requires of a page and an email cannot provide. */
export const HTML_VALIDATE: readonly Exception[] = [
  { why: "mail programs strip style sheets", findings: ["no-inline-style"] },
  {
    why: "Outlook's Word engine reads width, align and cell spacing from attributes only",
    findings: ["no-deprecated-attr"],
  },
  {
    why: "Outlook's Word engine does not support max-width: the comment gives it a fixed table",
    findings: ["no-conditional-comment"],
  },
  { why: "costs bytes on every table and changes nothing", findings: ["prefer-tbody"] },
  {
    why: 'screen readers supported role="presentation" long before its new name',
    findings: ["presentation-role-style"],
  },
  {
    why: "mail programs unwrap article, a div with its role survives",
    findings: ["prefer-native-element"],
  },
];

/** Features that caniemail lists as missing or partial in some of {@link CLIENTS}. */
export const CANIEMAIL: readonly Exception[] = [
  {
    why: "the style sheet only adds dark mode and phone sizes: without it the inline styles apply, see the stripped screenshots",
    findings: [
      "<style> element",
      "@media",
      "Type selector",
      "color-scheme CSS property",
      "color-scheme meta tag",
    ],
  },
  {
    why: "where its links lead nowhere, the table of contents still reads as a list",
    findings: ["Local anchors"],
  },
  {
    why: "hides the preheader; if one is missing the others still do, and Word has mso-hide",
    findings: ["display", "display:none", "max-height property", "overflow", "aria-hidden attribute"],
  },
  {
    why: "extra help for screen readers; visible words say the same",
    findings: ["aria-label attribute", "role attribute", "lang attribute", "dir attribute"],
  },
  {
    why: "parts what a program would make a link of; where it is unknown, the words stay whole, and long ones break anywhere",
    findings: ["<wbr> element"],
  },
  {
    why: "the background colour is on the outer table, too",
    findings: ["<body> element", "background"],
  },
  {
    why: "breaks words wider than a phone; elsewhere the program's own rule does, or the reader scrolls",
    findings: ["word-break"],
  },
  {
    why: "partial: auto, negative and percentage values are missing; we use positive pixels on paragraphs, lists and cells",
    findings: ["margin", "padding", "font-size", "line-height", "letter-spacing", "border"],
  },
  {
    why: "partial: values that we do not use are missing; ours are left, center, underline, line-through and uppercase",
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

/** Findings of the Emailens engine; its features are caniemail's, and so are the reasons. */
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
    why: "an empty a with a name is a target of the table of contents, not a link: old programs need it to jump",
    findings: ["empty-href", "link-no-accessible-name"],
  },
  {
    why: "only required for advertising; operators add an address to the footer if the law requires one",
    findings: ["missing-physical-address"],
  },
  {
    why: "one click needs an HTTPS page: for contact lists SES adds the header, other readers reply to unsubscribe",
    findings: ["missing-one-click-unsubscribe"],
  },
  { why: "a quiet day has no story to lead to", findings: ["no-links"] },
  {
    why: "the words of a hostile story: its double braces are separated, so that nothing fills them",
    findings: ["unresolved-variable"],
  },
];

/** Every mail program that caniemail has tested for all features we use: those found in newsrooms. */
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
