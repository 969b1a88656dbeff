import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { groupThreads } from "../../../../../functions/digest/edition/threads/threads.ts";
import { parseStory } from "../../../../../functions/digest/story/story.ts";
import { fc } from "../../../../support/laws.ts";

const fire = [
  "A fire in the harbour of Oslo killed twelve people on Monday. The warehouse of Holt Paints burned all night, and sixty firefighters fought the flames on the quay.",
  "Oslo mourns the dead of the harbour fire. Holt Paints said its warehouse had been inspected in May; firefighters found no working sprinklers on the quay.",
  "Firefighters left the quay in Oslo on Wednesday, two days after flames destroyed the warehouse of Holt Paints and killed twelve.",
];
const onions = [
  "Onions cost twice as much as last spring, growers in Zeeland said. Rain ruined a third of the harvest, and traders expect the price to rise until August.",
  "The price of onions doubled within a year. Traders blame the wet harvest in Zeeland, growers the traders, who filled their cellars early.",
];
const chess = "Ines Vik, aged eleven, beat two grandmasters in one afternoon at the chess open in Bergen.";

const stories = [...fire, ...onions, chess].map((text, n) => ({
  key: `story-${n}`,
  text,
}));

const languages: Record<string, readonly (readonly [key: string, text: string])[]> = {
  French: [
    [
      "feu-1",
      "Un incendie dans le port de Brest a tué douze personnes lundi. L’entrepôt de la société Kerval a brûlé toute la nuit et les pompiers ont lutté sur le quai contre les flammes.",
    ],
    [
      "feu-2",
      "Brest pleure les morts de l’incendie du port. La société Kerval dit que son entrepôt avait été contrôlé en mai, mais les pompiers n’ont trouvé sur le quai aucun extincteur.",
    ],
    [
      "vote",
      "Le conseil de Rennes a voté mardi le budget de la ville pour l’année. Les impôts ne vont pas augmenter, a dit la maire, et deux écoles seront construites dans le nord.",
    ],
  ],
  German: [
    [
      "feuer-1",
      "Ein Feuer im Hafen von Emden hat am Montag zwölf Menschen getötet. Das Lager der Firma Brahms brannte die ganze Nacht, und die Feuerwehr kämpfte am Kai gegen die Flammen.",
    ],
    [
      "feuer-2",
      "Emden trauert um die Toten des Feuers im Hafen. Die Firma Brahms sagt, das Lager sei im Mai geprüft worden; die Feuerwehr fand am Kai aber keine Löscher.",
    ],
    [
      "haushalt",
      "Der Rat von Kassel hat am Dienstag über den Haushalt der Stadt abgestimmt. Die Steuern werden nicht erhöht, sagte die Bürgermeisterin, und im Norden werden zwei Schulen gebaut.",
    ],
  ],
  Russian: [
    [
      "пожар-1",
      "Пожар в порту Мурманска унёс в понедельник жизни двенадцати человек. Склад компании «Север» горел всю ночь, пожарные боролись с огнём на причале.",
    ],
    [
      "пожар-2",
      "Мурманск скорбит о погибших при пожаре в порту. Компания «Север» заявила, что склад проверяли в мае, но пожарные не нашли на причале огнетушителей.",
    ],
    [
      "бюджет",
      "Совет Казани во вторник принял бюджет города на год. Налоги не вырастут, сказал мэр, а на севере построят две школы.",
    ],
  ],
  Persian: [
    [
      "آتش-۱",
      "آتش‌سوزی در بندر بوشهر روز دوشنبه دوازده نفر را کشت. انبار شرکت دریاکار تمام شب سوخت و آتش‌نشانان در اسکله با شعله‌ها جنگیدند.",
    ],
    [
      "آتش-۲",
      "بوشهر برای کشته‌شدگان آتش‌سوزی بندر سوگوار است. شرکت دریاکار گفت انبار در بهار بازرسی شده بود، اما آتش‌نشانان در اسکله کپسولی نیافتند.",
    ],
    [
      "بودجه",
      "شورای شهر تبریز روز سه‌شنبه بودجه سال را تصویب کرد. شهردار گفت مالیات زیاد نمی‌شود و دو مدرسه ساخته خواهد شد.",
    ],
  ],
  Arabic: [
    [
      "حريق-1",
      "قتل حريق في ميناء صور اثني عشر شخصا يوم الاثنين. احترق مستودع شركة النورس طوال الليل، وكافح رجال الإطفاء اللهب على الرصيف.",
    ],
    [
      "حريق-2",
      "صور تبكي ضحايا حريق الميناء. قالت شركة النورس إن المستودع خضع للتفتيش في مايو، لكن رجال الإطفاء لم يجدوا مطفأة على الرصيف.",
    ],
    [
      "ميزانية",
      "أقر مجلس مدينة إربد ميزانية العام يوم الثلاثاء. قال رئيس البلدية إن الضرائب لن ترتفع وستبنى مدرستان في الشمال.",
    ],
  ],
  Chinese: [
    ["火灾-1", "周一，宁海港口发生大火，十二人死亡。华新油漆公司的仓库烧了一整夜，六十名消防员在码头灭火。"],
    [
      "火灾-2",
      "宁海悼念港口大火的遇难者。华新油漆公司说，仓库在五月接受过检查，但消防员在码头没有找到灭火器。",
    ],
    ["预算", "兰州市议会周二通过了全年预算。市长说，税收不会增加，城北将新建两所学校。"],
  ],
};

describe("groupThreads", () => {
  test.each(Object.entries(languages))("distinguishes two events in %s", (_, texts) => {
    const given = texts.map(([key, text]) => ({ key, text }));
    const [[first] = [], [second] = [], [other] = []] = texts;
    expect(new Set(groupThreads(given).map((group) => group.join(" ")))).toEqual(
      new Set([`${first} ${second}`, other]),
    );
  });

  test("finds the events of the sample corpus: three in several reports, three in one", () => {
    const seeds = new URL("../../../../../seeds/", import.meta.url);
    const stories = readdirSync(seeds).map((key) => {
      const story = parseStory(key, readFileSync(new URL(key, seeds)));
      if (!("paragraphs" in story)) {
        throw new Error(`cannot read ${key} of the sample corpus`);
      }
      return { key, text: `${story.headline}\n${story.paragraphs.join("\n")}`.slice(0, 2_000) };
    });
    expect(groupThreads(stories)).toEqual([
      ["araghchi-lands-in-moscow.txt", "kremlin-araghchi.txt", "russia-iran-long-view.txt"],
      ["counting-empty-shops.md"],
      ["dock-workers-vote.json"],
      ["lavrov-abdolahian-talks.txt", "zakharova-announces-visit.txt"],
      [
        "vellmouth-ferry-breakwater.txt",
        "vellmouth-ferry-explained.txt",
        "vellmouth-ferry-flash.txt",
        "vellmouth-harbor-statement.txt",
      ],
      ["water-limits.html"],
    ]);
  });

  test("groups thousands of copies of one text", { timeout: 20_000 }, () => {
    const copies = Array.from({ length: 2_000 }, (_, n) => ({ key: `k${n}`, text: chess }));
    expect(groupThreads(copies).map((group) => group.length)).toEqual([2_000]);
  });

  test("does not group a crowd of merely similar stories", { timeout: 20_000 }, () => {
    const crowd = Array.from({ length: 700 }, (_, n) => ({
      key: `k${n}`,
      text: `${fire[0]} Street ${n}, house ${n + 1}, door ${n + 2}.`,
    }));
    const groups = groupThreads([...crowd, { key: "chess", text: chess }]);
    expect(groups).toContainEqual(["chess"]);
    expect(groups.flat()).toHaveLength(701);
  });

  test.each([
    ["one line of ten thousand words", Array.from({ length: 10_000 }, (_, n) => `w${n}`).join(" ")],
    ["a hundred thousand brackets", "(".repeat(100_000)],
    ["only emoji", "🔥".repeat(50_000)],
    ["only lost marks", "â".repeat(100_000)],
    ["one long run of characters without spaces", "火".repeat(100_000)],
  ])("is bounded on %s", (_, text) => {
    const given = [
      { key: "a", text },
      { key: "b", text: chess },
    ];
    expect(groupThreads(given)).toEqual([["a"], ["b"]]);
  });

  test("groups stories about one event, and separates others", () => {
    const named = [
      ...fire.map((text, n) => ({ key: `fire-${n}`, text })),
      ...onions.map((text, n) => ({ key: `onions-${n}`, text })),
      { key: "chess", text: chess },
    ];
    expect(groupThreads(named)).toEqual([
      ["chess"],
      ["fire-0", "fire-1", "fire-2"],
      ["onions-0", "onions-1"],
    ]);
  });

  test("groups two stories about one event without any others", () => {
    const pair = fire.slice(0, 2).map((text, n) => ({ key: `fire-${n}`, text }));
    expect(groupThreads(pair)).toEqual([["fire-0", "fire-1"]]);
  });

  test.each([
    ["no stories", [], []],
    ["one story", [{ key: "a", text: chess }], [["a"]]],
    [
      "stories without words",
      [
        { key: "b", text: "" },
        { key: "a", text: "…" },
      ],
      [["a"], ["b"]],
    ],
    [
      "the same text twice",
      [
        { key: "b", text: chess },
        { key: "a", text: chess },
      ],
      [["a", "b"]],
    ],
  ])("handles %s", (_, given, groups) => {
    expect(groupThreads(given)).toEqual(groups);
  });

  test("does not depend on the order of the stories", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(stories, { minLength: stories.length }), (shuffled) => {
        expect(groupThreads(shuffled)).toEqual(groupThreads(stories));
      }),
      { seed: 14, numRuns: 30 },
    );
  });

  test("puts every story in exactly one group, sorted", () => {
    const words = fc.constantFrom("fire", "Oslo", "onions", "price", "chess", "Vik", "rain", "12");
    const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 15 }), (texts) => {
        const given = texts.map((text, n) => ({ key: `k${n}`, text }));
        const groups = groupThreads(given);
        expect(groups.flat().toSorted()).toEqual(given.map(({ key }) => key).toSorted());
        expect(groups).toEqual(groups.map((group) => group.toSorted()).toSorted());
      }),
      { seed: 15 },
    );
  });

  test("splits thousands of connected stories", { timeout: 20_000 }, () => {
    const many = Array.from({ length: 1_500 }, (_, n) => ({
      key: `k${String(n).padStart(4, "0")}`,
      text: `${fire[n % 3]} ${onions[n % 2]} Report ${n} by station ${n % 40}.`,
    }));
    const groups = groupThreads(many);
    expect(groups.flat()).toHaveLength(1_500);
  });
});
