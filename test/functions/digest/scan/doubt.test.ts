import { describe, expect, test } from "vitest";
import { doubtIn } from "../../../../functions/digest/scan/doubt.ts";
import { isUnreadable, parseStory } from "../../../../functions/digest/story/story.ts";

const STORY = [
  "The ferries between Velm and the islands will stop for a week, the harbour office said on Monday.",
  "Divers found cracks in the hull of the older boat. A yard in Orsk has been asked to mend them.",
  "The islanders will be served by fishing boats, said Ada Holt, who runs the office.",
];

function doubt(
  before: readonly string[],
  after: readonly string[],
  heldFor?: string,
  title = "Ferries stop for a week",
): string | undefined {
  const [a, b] = [before, after].map((paragraphs) => {
    const story = parseStory("a.txt", [title, ...paragraphs].join("\n\n"));
    if (isUnreadable(story)) {
      throw new Error(`cannot read the story: ${story.unreadable}`);
    }
    return story;
  });
  if (a === undefined || b === undefined) {
    throw new Error("two stories are compared");
  }
  const held =
    heldFor === undefined ? undefined : { reason: heldFor, etag: "1", hash: "other", since: "2031-05-06" };
  return doubtIn(a, b, held);
}

const CONSENT = "consent text instead of the story";
const PAYWALL = "paywall instead of the story";
const CHECK = "bot check instead of the story";
const ERROR = "error page instead of the story";

describe("a page that came in the place of a story is held back for its reason", () => {
  test.each<[string, readonly string[]]>([
    [
      CONSENT,
      [
        "We value your privacy. We and our 120 partners store and access information on your device.",
        "You can accept all or manage your choices at any time. Some partners do not ask for your consent.",
      ],
    ],
    [
      CONSENT,
      [
        "Wir verwenden Cookies und ähnliche Verfahren.",
        "Bitte stimmen Sie der Verarbeitung zu. Ihre Einwilligung können Sie in den Einstellungen widerrufen.",
      ],
    ],
    [
      CONSENT,
      [
        "Nous et nos 75 partenaires utilisons des cookies pour mesurer notre audience.",
        "Votre consentement est libre. Vous pouvez changer vos préférences à tout moment.",
      ],
    ],
    [
      CONSENT,
      [
        "Utilizamos cookies propias y de terceros para mejorar tu experiencia.",
        "Puedes aceptar todas las cookies o cambiar la configuración. Consulta nuestra política de privacidad.",
      ],
    ],
    [
      CONSENT,
      [
        "Utilizziamo i cookie per offrirti contenuti su misura.",
        "Puoi gestire le tue preferenze. Il tuo consenso può essere revocato.",
      ],
    ],
    [
      CONSENT,
      [
        "Wij gebruiken cookies om de site te verbeteren.",
        "Kies alles accepteren of pas je voorkeuren aan. Lees meer in onze privacyverklaring over cookies.",
      ],
    ],
    [
      PAYWALL,
      [
        "This article is for subscribers only.",
        "Subscribe now to keep reading. Already have an account? Log in here.",
        "Plans start at 2 crowns a week. Cancel your subscription at any time.",
      ],
    ],
    [
      PAYWALL,
      [
        "Weiterlesen mit Velm Plus.",
        "Jetzt abonnieren und alle Artikel lesen. Sie sind bereits Abonnent? Hier anmelden.",
        "Das Abo ist jederzeit kündbar.",
      ],
    ],
    [
      PAYWALL,
      [
        "Cet article est réservé aux abonnés.",
        "Abonnez-vous pour lire la suite. Déjà abonné ? Connectez-vous.",
        "Offre sans engagement, résiliable à tout moment.",
      ],
    ],
    [
      PAYWALL,
      [
        "Contenido exclusivo para suscriptores.",
        "Suscríbete para seguir leyendo. ¿Ya eres suscriptor? Inicia sesión.",
      ],
    ],
    [
      PAYWALL,
      [
        "Conteúdo exclusivo para assinantes.",
        "Assine agora para continuar lendo. Já é assinante? Faça login.",
      ],
    ],
    [
      PAYWALL,
      [
        STORY[0] ?? "",
        "Subscribe to continue reading. Already a subscriber? Sign in.",
        "Choose your plan. You can cancel your subscription at any time. Create a free account to try.",
      ],
    ],
    [
      CHECK,
      [
        "Checking your browser before you go on.",
        "Please enable JavaScript and cookies. Your browser will redirect shortly.",
      ],
    ],
    [
      CHECK,
      [
        "Verify you are human by completing the action below.",
        "We need to review the security of your connection before proceeding.",
      ],
    ],
    [CHECK, ["Bitte aktivieren Sie JavaScript. Ihr Browser wird geprüft, bitte warten Sie."]],
    [ERROR, ["404 error. The page you are looking for could not be found."]],
    [ERROR, ["Access denied. You don't have permission to view this content."]],
    [ERROR, ["Page introuvable. Réessayez plus tard."]],
  ])("%s: %j", (reason, after) => {
    expect(doubt(STORY, after)).toBe(reason);
    expect(doubt(STORY, after, reason)).toBeUndefined();
    expect(doubt(STORY, after, "too large")).toBe(reason);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "a banner beside the story",
      STORY,
      [
        "We use cookies to improve your experience. By continuing you agree to our privacy policy.",
        "Accept all cookies",
        ...STORY,
        "Subscribe now for full access. Already a subscriber? Log in.",
      ],
    ],
    [
      "another story",
      STORY,
      [
        "The older boat sank on Tuesday, four hours after it had left the yard in Orsk.",
        "Nobody was aboard. The harbour office blamed a valve, and the yard blamed the office. Lawyers will meet in May.",
      ],
    ],
    [
      "a story about cookies",
      STORY,
      [
        "The harbour office has been fined 12,000 crowns because its website set cookies without consent.",
        "The site stored data of visitors who had refused it, the regulator said. The office said that it had changed the settings.",
        "“We use cookies only to count our visitors,” said Ada Holt.",
      ],
    ],
    [
      "a story about subscriptions",
      STORY,
      [
        "The Velm Gazette lost a third of its subscribers last year, its owner said on Monday.",
        "Readers cancel their subscriptions because the price rose to nine crowns. The paper will sell single articles from May.",
      ],
    ],
    [
      "a notice on cookies that was one before",
      [
        "We use cookies. We store information on your device for 12 months.",
        "You can withdraw your consent in our settings.",
      ],
      [
        "We use cookies. We store information on your device for 24 months.",
        "You can withdraw your consent in our app.",
      ],
    ],
  ])("but not %s", (_, before, after) => {
    expect(doubt(before, after)).toBeUndefined();
  });
});

test.each([
  ["Velm Ferries Privacy Statement", undefined],
  ["Datenschutzerklärung der Fähren von Velm", undefined],
  ["Ferries stop for a week", CONSENT],
])(
  "a rewritten privacy policy is a story, though it speaks as a consent panel does: %s",
  (title, expected) => {
    const wall = [
      "We value your privacy. We and our 120 partners store and access information on your device.",
      "You can accept all or manage your choices at any time. Some partners do not ask for your consent.",
    ];
    expect(doubt(STORY, wall, undefined, title)).toBe(expected);
  },
);

test("a story that was withdrawn and says so is told at once", () => {
  const long = [
    ...STORY,
    ...STORY.map((line) => `${line} ${line} ${line}`),
    ...STORY.map((line) => `${line} ${line}`),
  ];
  const notice =
    "The office has withdrawn this notice, as both boats were mended over the winter and sail to all of the islands again.";
  const plan =
    "The plan for the week without ferries is kept in the archive of the harbour, where anyone may ask to see it.";
  expect(doubt(long, [notice, plan])).toBeUndefined();
  expect(doubt(long, [notice])).toMatch(/^cut by /);
});

test("a story that lost most of its text is held back until it stays so", () => {
  const cut = [(STORY[0] ?? "").slice(0, 40)];
  expect(doubt(STORY, cut)).toBe("cut by 85 %");
});

describe("a story cut to less than a third", () => {
  const LONG = [
    ...STORY,
    ...Array.from(
      { length: 12 },
      (_, n) =>
        `Boat ${n} of the fleet carries mail and bread to the island of Lint ${n} on each morning of the week.`,
    ),
    "Questions are answered at the office on the quay from eight to noon.",
  ];
  const LAST = LONG.at(-1) ?? "";
  const [FIRST = "", CRACKS = ""] = STORY;
  const NEWS =
    "The older boat will not sail again: its hull cannot be mended, the yard in Orsk has told the office.";

  test.each<[string, readonly string[]]>([
    ["something new before what was kept", [FIRST, NEWS, LAST]],
    ["something new at the top", [NEWS, FIRST, LAST]],
    ["something new at the end", [FIRST, LAST, NEWS]],
    ["a sentence edited in the middle", [FIRST, CRACKS.replace("Divers", "Engineers from Orsk"), LAST]],
    ["two new sentences", [`${NEWS} Nobody knows yet what will become of its crew.`, LAST]],
  ])("is told with %s", (_, after) => {
    expect(doubt(LONG, after)).toBeUndefined();
  });

  test.each<[string, readonly string[]]>([
    ["only its beginning", [FIRST]],
    ["its beginning, broken off", [FIRST, CRACKS.slice(0, 40)]],
    [
      "its beginning and an unknown notice of the page",
      [FIRST, "Sign in with your library card to go on with this text on all of your devices."],
    ],
    ["its beginning and its end, with nothing new", [FIRST, LAST]],
    ["its end alone", [LAST]],
    ["one of its middle parts", [LONG[7] ?? ""]],
    ["its beginning, its end and a word", [FIRST, "Loading more", LAST]],
  ])("is held back with %s", (_, after) => {
    expect(doubt(LONG, after)).toMatch(/^cut by /);
  });
});
