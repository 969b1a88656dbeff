import { describe, expect, it } from "vitest";
import { readPlainText } from "../../../../../../functions/digest/story/formats/text/plain-text.ts";
import { wrapAt } from "./wrap-text.ts";

const TITLE = "Keepers of the old lighthouse walk out";
const PARAGRAPHS = [
  "The keepers of the lighthouse at Vellmouth walked out on Monday, and the lamp will stay dark until the council pays them. Some 12 boats were towed into the harbour after dark. The council meets tonight.",
  "Fishermen had warned that nobody would see the reef. “We sail by the stars now,” said Odo Quill, who owns two trawlers and a skiff, and whose father kept the lamp.",
  "The tower was built by a widow a long time ago. Her sons kept the lamp for two generations, and then the town took it over.",
];
const WIDTHS = [35, 38, 40, 45, 50, 55, 60, 66, 72, 78, 80, 90, 100, 110];

const linesOf = (text: string) => readPlainText(text).blocks.map((block) => block.text);
const story = (...parts: readonly string[]) => [TITLE, ...parts].join("\n\n");

describe("paragraphs wrapped at a width", () => {
  it.each(WIDTHS)("are read whole at %i columns", (width) => {
    expect(linesOf(story(...PARAGRAPHS.map((text) => wrapAt(text, width))))).toEqual([TITLE, ...PARAGRAPHS]);
  });

  it.each(WIDTHS)(
    "are read whole at %i columns beside one that is not wrapped and one of another width",
    (width) => {
      const [first = "", second = "", third = ""] = PARAGRAPHS;
      const text = story(wrapAt(first, width), second, wrapAt(third, 48));
      expect(linesOf(text)).toEqual([TITLE, ...PARAGRAPHS]);
    },
  );

  it.each(WIDTHS)("have no sentence cut at %i columns where no blank lines stand between them", (width) => {
    const text = `${TITLE}\n${PARAGRAPHS.map((paragraph) => wrapAt(paragraph, width)).join("\n")}`;
    expect(linesOf(text).join(" ")).toBe([TITLE, ...PARAGRAPHS].join(" "));
    expect(linesOf(text).every((line) => line === TITLE || /[.”]$/.test(line))).toBe(true);
  });

  it.each([
    [
      "German",
      "Die Wärter des Leuchtturms von Vellmünde haben am Montag die Arbeit niedergelegt, und die Lampe bleibt dunkel, bis der Rat sie bezahlt. Etwa 12 Boote wurden in den Hafen geschleppt.",
    ],
    [
      "French",
      "Les gardiens du phare de Vellbouche ont quitté leur poste lundi, et la lampe restera éteinte tant que le conseil ne les paiera pas. Quelque 12 bateaux ont été remorqués au port.",
    ],
    [
      "Russian",
      "Смотрители маяка в Велльмуте ушли в понедельник с работы, и лампа останется тёмной, пока совет им не заплатит. Около 12 лодок отбуксировали в гавань после наступления темноты.",
    ],
    [
      "Arabic",
      "ترك حراس منارة فيلموث عملهم يوم الاثنين وسيبقى المصباح مطفأ حتى يدفع لهم المجلس أجورهم. وسحب نحو 12 قاربا إلى الميناء بعد حلول الظلام كما قال مدير الميناء.",
    ],
    [
      "Chinese",
      "韦尔茅斯灯塔的看守人周一离开了岗位，在市议会付清工资之前，灯将一直熄灭。天黑之后，约有十二艘船被拖进港口，港务长说。市议会将在晚上开会讨论此事。",
    ],
    [
      "Japanese",
      "ヴェルマスの灯台の番人たちは月曜日に職場を離れ、議会が賃金を払うまで灯りは消えたままになる。暗くなってから十二隻の船が港に曳航されたと港長は述べた。",
    ],
  ])("are read whole in %s", (_, paragraph) => {
    for (const width of [36, 44, 52, 60]) {
      expect(linesOf(`${TITLE}\n\n${wrapAt(paragraph, width)}`)).toEqual([TITLE, paragraph]);
    }
  });

  it("keep a hyphen that a line ends with, and the space before a conjunction", () => {
    const text =
      "The widow of the keeper asked the council for a well-\nknown captain, but all that the council sent was long-\nand short-term help for the quay.";
    expect(linesOf(story(...PARAGRAPHS.map((paragraph) => wrapAt(paragraph, 53)), text)).at(-1)).toBe(
      "The widow of the keeper asked the council for a well-known captain, but all that the council sent was long- and short-term help for the quay.",
    );
  });

  it("are read whole after an edit that was not wrapped anew", () => {
    const text = wrapAt(PARAGRAPHS[0] ?? "", 60).replace("Some 12 boats", "At least 19 large boats");
    expect(linesOf(story(text, wrapAt(PARAGRAPHS[1] ?? "", 60)))).toEqual([
      TITLE,
      PARAGRAPHS[0]?.replace("Some 12 boats", "At least 19 large boats"),
      PARAGRAPHS[1],
    ]);
  });
});

describe("lines that end on purpose", () => {
  const KEPT: readonly (readonly [string, readonly string[]])[] = [
    [
      "a list",
      ["• Ada Holt, 34, of the quay", "• Odo Quill, 51, of the mole", "• Ines Dorn, 22, of the mill"],
    ],
    [
      "a list of dashes",
      ["- ropes for the lower quay", "- nets for the mole", "- oil for the lamp and the horn"],
    ],
    ["a numbered list", ["1. Light the lamp at dusk", "2. Sound the horn in fog", "3. Go home before noon"]],
    [
      "a list of names",
      ["Ada Holt, 34, of the upper quay", "Odo Quill, 51, of the long mole", "Ines Dorn, 22, of the mill"],
    ],
    ["a table", ["Route | Old | New", "Quay | 12.50 | 14.00", "Mole | 9.00 | 11.00"]],
    ["a table of blanks", ["Quay   12.50   14.00", "Mole    9.00   11.00", "Mill    7.50    8.25"]],
    ["an address", ["Harbour Office", "12 Quay Street", "Vellmouth 4711"]],
    ["a head of a letter", ["To: all keepers", "From: Ada Holt", "Date: 12 May"]],
    [
      "verse",
      [
        "The lamp was out before the tide came in,",
        "And no one asked the keeper where he went;",
        "The gulls were loud, the evening light was thin,",
        "And all the oil the council had was spent.",
      ],
    ],
    [
      "verse in small letters",
      [
        "i walked the mole before the light",
        "and no one asked me where i went",
        "the tide",
        "was white and all the oil was spent.",
      ],
    ],
    [
      "short notices",
      ["Gate closed until further notice.", "Ferry on Sundays only.", "Market opens at nine."],
    ],
    ["results", ["Dorn 3, Quill 2 (after extra time)", "Holt 1, Marr 0", "Lint 4, Vesk 0"]],
  ];

  it.each(KEPT)("stay apart: %s", (_, kept) => {
    const folded = kept.map((line) => line.replaceAll(/ {2,}/g, " | "));
    for (const width of [40, 50, 66, 80, 0]) {
      const prose = width === 0 ? PARAGRAPHS : PARAGRAPHS.map((text) => wrapAt(text, width));
      const text = story(prose[0] ?? "", kept.join("\n"), ...prose.slice(1));
      expect(linesOf(text)).toEqual([TITLE, PARAGRAPHS[0], ...folded, ...PARAGRAPHS.slice(1)]);
    }
  });

  it.each([
    ["a heading", "What the council says"],
    ["a share line", "Share this story"],
    ["a byline", "Ines Dorn reported from Vellmouth"],
  ])("stay apart right under a paragraph: %s", (_, line) => {
    for (const width of [45, 60, 72]) {
      const [first = "", ...others] = PARAGRAPHS.map((text) => wrapAt(text, width));
      expect(linesOf(story(`${first}\n${line}`, ...others))).toEqual([
        TITLE,
        PARAGRAPHS[0],
        line,
        ...PARAGRAPHS.slice(1),
      ]);
    }
  });

  it("stay apart where a paragraph begins with a brand in small letters, or is too long for its headline", () => {
    const brand = "Sales of the new lamp fell at Vellmouth, the firm says\niLamp sales fell by 12 per cent.";
    expect(linesOf(brand)).toHaveLength(2);
    const long = `Keepers of the old lighthouse at Vellmouth walk out\nsome ${PARAGRAPHS[0]}`;
    expect(linesOf(long)).toHaveLength(2);
  });

  it("stay apart where each line is a sentence or a paragraph", () => {
    const lines = [TITLE, ...PARAGRAPHS.flatMap((text) => text.split(/(?<=[.]) /))];
    expect(linesOf(lines.join("\n"))).toEqual(lines);
  });
});
