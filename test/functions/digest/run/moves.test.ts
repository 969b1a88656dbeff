import { describe, expect, it } from "vitest";
import type { EditionChange } from "../../../../functions/digest/edition/schema.ts";
import { createRig, type Rig, SLOTS } from "../../../support/rig.ts";

type Corpus = Readonly<Record<string, string>>;

const [DAY1, DAY2, DAY3, DAY4] = SLOTS;

const QUARRY = [
  "Quarry at Thornby to reopen",
  "",
  "The old quarry at Thornby will reopen in April, its owners said. Some 40 people will work there at first.",
  "",
  "The lane past the mill is too narrow for lorries. The county wants a new road before the first load of stone leaves.",
  "",
  "A farmer has offered a strip of his field. He asks for a fence and a line of trees.",
].join("\n");
const CHOIR = [
  "Choir sings in the empty baths",
  "",
  "The baths of Lower Fenwick have been dry since the boiler burst. Last night the town's choir sang on the tiles.",
  "",
  "Two hundred listeners sat on the edge of the pool. The echo lasted so long that the conductor slowed every song.",
].join("\n");
const QUIET = "Nothing new at the lock\n\nThe keeper of the lock opened it twice. A barge went through.";

async function putAll(rig: Rig, before: Corpus, after: Corpus): Promise<void> {
  for (const key of Object.keys(before)) {
    if (!(key in after)) {
      await rig.corpus.remove(key);
    }
  }
  await rig.put(after);
}

/** The changes of the last of these days; each run must succeed. */
async function lastDay(...days: readonly Corpus[]): Promise<readonly EditionChange[]> {
  const rig = createRig();
  let changes: readonly EditionChange[] = [];
  let before: Corpus = {};
  for (const [at, after] of days.entries()) {
    await putAll(rig, before, after);
    ({ changes } = await rig.edition(await rig.run(SLOTS[at] ?? DAY4)));
    before = after;
  }
  return changes;
}

/** `renamed new.txt < old.txt, substantive`, for each change. */
function told(changes: readonly EditionChange[]): readonly string[] {
  return changes.map(({ change, key, renamedFrom, revision }) =>
    [
      `${change} ${key}`,
      ...(renamedFrom ? [`< ${renamedFrom}`] : []),
      ...(revision ? [`: ${revision.kind}`] : []),
    ].join(" "),
  );
}

const move = (before: string, after: string) =>
  lastDay({ "old.txt": before, "z.txt": QUIET }, { "new.txt": after, "z.txt": QUIET });

describe("a story under a new key", () => {
  const headline = "Stone from Thornby again";
  it.each([
    ["the same text", QUARRY, "renamed new.txt < old.txt"],
    [
      "trailing blanks and line ends",
      `${QUARRY.replaceAll("\n", "\r\n")}  \r\n`,
      "renamed new.txt < old.txt",
    ],
    [
      "typography",
      QUARRY.replace("mill is", "mill – is").replace("county", "coun\u00adty"),
      "renamed new.txt < old.txt",
    ],
    ["an added line of page clutter", `${QUARRY}\n\nShare this\n`, "renamed new.txt < old.txt"],
    ["one figure", QUARRY.replace("40", "60"), "renamed new.txt < old.txt : substantive"],
    ["another headline", QUARRY.replace(/^.*/, headline), "renamed new.txt < old.txt : substantive"],
    [
      "another headline and a figure",
      QUARRY.replace(/^.*/, headline).replace("40", "60"),
      "renamed new.txt < old.txt : substantive",
    ],
    [
      "a figure in the headline too",
      QUARRY.replace("reopen\n", "reopen with 60\n").replace("40", "60"),
      "renamed new.txt < old.txt : substantive",
    ],
    [
      "a paragraph added",
      `${QUARRY}\n\nThe council will vote on the road in the second week of March.`,
      "renamed new.txt < old.txt : substantive",
    ],
    [
      "its first half only",
      QUARRY.split("\n").slice(0, 5).join("\n"),
      "renamed new.txt < old.txt : substantive",
    ],
    [
      "a paragraph moved to the end",
      [...QUARRY.split("\n\n").slice(0, 1), ...QUARRY.split("\n\n").slice(2), QUARRY.split("\n\n")[1]].join(
        "\n\n",
      ),
      "renamed new.txt < old.txt : minor",
    ],
    [
      "a name corrected, in the headline too",
      QUARRY.replaceAll("Thornby", "Thornbury"),
      "renamed new.txt < old.txt : substantive",
    ],
  ])("is one story with %s", async (_, after, expected) => {
    expect(told(await move(QUARRY, after))).toEqual([expected]);
  });

  const pairs: readonly (readonly [string, string, string])[] = [
    [
      "two sentences",
      "Fee for boats\n\nThe fee for boats rises to 12 marks. It is due in May.",
      "Fee for boats\n\nThe fee for boats rises to 14 marks. It is due in May.",
    ],
    [
      "two sentences, another headline",
      "Fee for boats\n\nThe fee for boats rises to 12 marks. It is due in May.",
      "Boats to pay more\n\nThe fee for boats rises to 14 marks. It is due in May.",
    ],
    [
      "a toll that rose, in headline and text, in digits and in words",
      "12 dead in quarry fall\n\nTwelve people died when a quarry wall fell at Stane. Police said 12 bodies were found. Divers searched the pond until dusk.",
      "19 dead in quarry fall\n\nNineteen people died when a quarry wall fell at Stane. Police said 19 bodies were found. Divers searched the pond until dusk.",
    ],
    [
      "Korean",
      "도서관 휴관\n\n시립 도서관은 다음 주 월요일부터 3일 동안 문을 닫는다. 책은 우체국에 반납할 수 있다.",
      "도서관 휴관 연장\n\n시립 도서관은 다음 주 월요일부터 5일 동안 문을 닫는다. 책은 우체국에 반납할 수 있다.",
    ],
    [
      "Hindi",
      "पुल बंद\n\nनदी का पुल 3 सप्ताह बंद रहेगा। बसें जंगल के रास्ते से जाएँगी।",
      "पुल बंद\n\nनदी का पुल 5 सप्ताह बंद रहेगा। बसें जंगल के रास्ते से जाएँगी।",
    ],
    [
      "Polish",
      "Most zamknięty\n\nMost w Osadzie będzie zamknięty przez 3 tygodnie. Autobusy pojadą objazdem przez las.",
      "Objazd przez las\n\nMost w Osadzie będzie zamknięty przez 5 tygodni. Autobusy pojadą objazdem przez las.",
    ],
    [
      "one sentence",
      "The ferry to Osk will leave 20 minutes later from Monday on.",
      "The ferry to Osk will leave 30 minutes later from Monday on.",
    ],
    [
      "German",
      "Fähre fährt später\n\nDie Fähre nach Osk fährt ab Montag um 20 Minuten später. Der Hafenmeister bittet um Geduld.",
      "Neuer Fahrplan für Osk\n\nDie Fähre nach Osk fährt ab Montag um 30 Minuten später. Der Hafenmeister bittet um Geduld.",
    ],
    [
      "French",
      "Le bac d'Osk part plus tard\n\nLe bac d'Osk partira vingt minutes plus tard dès lundi. Le capitaine demande de la patience.",
      "Le bac d'Osk part plus tard\n\nLe bac d'Osk partira trente minutes plus tard dès lundi. Le capitaine demande de la patience.",
    ],
    [
      "Spanish",
      "Más tarde el barco de Osk\n\nEl barco de Osk saldrá 20 minutos más tarde desde el lunes. El capitán pide paciencia.",
      "Nuevo horario para Osk\n\nEl barco de Osk saldrá 30 minutos más tarde desde el lunes. El capitán pide paciencia.",
    ],
    [
      "Chinese",
      "渡轮推迟\n\n从星期一起，开往奥斯克的渡轮将推迟二十分钟开出。船长请乘客耐心等候。",
      "新时刻表\n\n从星期一起，开往奥斯克的渡轮将推迟三十分钟开出。船长请乘客耐心等候。",
    ],
    [
      "Japanese",
      "フェリーは遅れて出る\n\n月曜日からオスク行きのフェリーは20分遅れて出港する。船長は辛抱を求めている。",
      "フェリーは遅れて出る\n\n月曜日からオスク行きのフェリーは30分遅れて出港する。船長は辛抱を求めている。",
    ],
    [
      "Thai",
      "เรือข้ามฟากล่าช้า\n\nเรือข้ามฟากไปออสค์จะออกช้า 20 นาทีตั้งแต่วันจันทร์ กัปตันขอให้ผู้โดยสารอดทน",
      "เรือข้ามฟากล่าช้า\n\nเรือข้ามฟากไปออสค์จะออกช้า 30 นาทีตั้งแต่วันจันทร์ กัปตันขอให้ผู้โดยสารอดทน",
    ],
    [
      "Russian",
      "Паром уходит позже\n\nПаром на Оск с понедельника уходит на 20 минут позже. Капитан просит о терпении.",
      "Новое расписание\n\nПаром на Оск с понедельника уходит на 30 минут позже. Капитан просит о терпении.",
    ],
    [
      "Arabic",
      "العبارة تتأخر\n\nستغادر العبارة إلى أوسك بعد 20 دقيقة من موعدها ابتداء من الاثنين. ويطلب القبطان الصبر.",
      "العبارة تتأخر\n\nستغادر العبارة إلى أوسك بعد 30 دقيقة من موعدها ابتداء من الاثنين. ويطلب القبطان الصبر.",
    ],
    [
      "a story that grew fourfold, with the same headline",
      "Barge sinks at the weir\n\nA barge loaded with gravel sank at the weir of Ilford on Sunday.",
      `Barge sinks at the weir\n\nA barge loaded with gravel sank at the weir of Ilford on Sunday. The skipper swam ashore.\n\n${CHOIR.split("\n").slice(2).join("\n")}`,
    ],
  ];
  it.each(pairs)("is one story, revised: %s", async (_, before, after) => {
    expect(told(await move(before, after))).toEqual([
      expect.stringMatching(/^renamed new\.txt < old\.txt : (?:substantive|minor)$/),
    ]);
  });

  const warning = (place: string) =>
    `Storm warning for ${place}\n\nA storm will reach ${place} tonight, the weather office said. People in ${place} should stay at home and close their shutters. Trains will not run.`;
  const tides = (day: string, high: string, low: string, second: string) =>
    `Tides on ${day}\n\nHigh water on ${day} is at ${high}. Low water is at ${low}. The second high water is at ${second}.`;
  it.each([
    ["another story", QUARRY, CHOIR],
    ["another story with the same headline", QUARRY, CHOIR.replace(/^.*/, "Quarry at Thornby to reopen")],
    ["the warning for another place", warning("Kestrel"), warning("Marrow")],
    [
      "the warning for another place, in German",
      "Sturmwarnung für Kessel\n\nEin Sturm erreicht Kessel heute Nacht. Die Züge fahren nicht.",
      "Sturmwarnung für Mahrow\n\nEin Sturm erreicht Mahrow heute Nacht. Die Züge fahren nicht.",
    ],
    [
      "the tides of another day",
      tides("Monday", "6:12", "12:40", "18:30"),
      tides("Tuesday", "7:01", "13:22", "19:14"),
    ],
    [
      "the minutes of another meeting",
      "Minutes 12\n\nThe board met with 9 members. It spent 400 marks on paint. It meets again on 3 May.",
      "Minutes 13\n\nThe board met with 7 members. It spent 250 marks on rope. It meets again on 7 June.",
    ],
    [
      "a story that shares its last paragraph",
      `${QUARRY}\n\nThornby has 900 people and a market on Thursdays.`,
      `${CHOIR}\n\nThornby has 900 people and a market on Thursdays.`,
    ],
    [
      "a win of another club, in French",
      "Morlange bat Osny\n\nMorlange a battu Osny hier soir. Le match a duré deux heures. Les trains ont attendu.",
      "Sérignac bat Thuir\n\nSérignac a battu Thuir hier soir. Le match a duré deux heures. Les trains ont attendu.",
    ],
    [
      "the death of another person, in Spanish",
      "Muere Ana Robles\n\nAna Robles murió ayer en su casa. El funeral será privado. La familia pide flores blancas.",
      "Muere Juan Ferrer\n\nJuan Ferrer murió ayer en su casa. El funeral será privado. La familia pide flores blancas.",
    ],
    [
      "the weather of another place, in Chinese",
      "青山天气\n\n青山明天有雨，气温十度。居民应当带伞。",
      "白水天气\n\n白水明天有雨，气温十度。居民应当带伞。",
    ],
    [
      "the quarter of another company",
      "Brix earns 4 million\n\nBrix earned 4 million marks in the first quarter. Sales rose 3 %. The board expects 12 million for the year.",
      "Dorn earns 7 million\n\nDorn earned 7 million marks in the first quarter. Sales rose 8 %. The board expects 20 million for the year.",
    ],
    [
      "a short story with the same long ending",
      "Bus strike\n\nDrivers stop work on Friday over pay in all six depots.\n\nContact the press office of the county for more about this and other stories from the region.",
      "New bakery\n\nA bakery has opened in the old bank with a stone oven.\n\nContact the press office of the county for more about this and other stories from the region.",
    ],
    ["an empty page of the same name", "Report", "Report on the harbour\n\nThe harbour has been dredged."],
  ])("is two stories: %s", async (_, before, after) => {
    expect(told(await move(before, after)).toSorted()).toEqual(["added new.txt", "removed old.txt"]);
  });
});

describe("a key that was given to another story", () => {
  it("has a removed and an added story", async () => {
    const changes = await lastDay({ "page.txt": QUARRY }, { "page.txt": CHOIR });
    expect(told(changes)).toEqual(["added page.txt", "removed page.txt"]);
    expect(changes.map(({ headline }) => headline)).toEqual([
      "Choir sings in the empty baths",
      "Quarry at Thornby to reopen",
    ]);
  });

  it("loses its story to a new key, and tells both", async () => {
    const edited = QUARRY.replace("40", "60");
    const changes = await lastDay(
      { "page.txt": QUARRY },
      { "page.txt": CHOIR, "archive/quarry.txt": edited },
    );
    expect(told(changes)).toEqual(["added page.txt", "renamed archive/quarry.txt < page.txt : substantive"]);
  });

  it("swaps its story with that of another key", async () => {
    const changes = await lastDay({ "a.txt": QUARRY, "b.txt": CHOIR }, { "a.txt": CHOIR, "b.txt": QUARRY });
    expect(told(changes)).toEqual(["renamed a.txt < b.txt", "renamed b.txt < a.txt"]);
  });

  it("is first seen on that day", async () => {
    const changes = await lastDay({ "page.txt": QUARRY }, { "page.txt": CHOIR }, {});
    expect(changes).toMatchObject([{ change: "removed", key: "page.txt", firstSeen: DAY2 }]);
  });

  it.each([
    ["the headline names the same thing", CHOIR.replace(/^.*/, "The quarry of Thornby")],
    ["a sentence is the same", `${CHOIR} The old quarry at Thornby will reopen in April, its owners said.`],
  ])("is revised if %s", async (_, after) => {
    expect(told(await lastDay({ "page.txt": QUARRY }, { "page.txt": after }))).toEqual([
      expect.stringMatching(/^revised page\.txt : /),
    ]);
  });
});

describe("many moves", () => {
  const copies = (
    folder: string,
    count: number,
    edit: (text: string, at: number) => string = (text) => text,
  ): Corpus =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `${folder}/${String(at).padStart(3, "0")}.txt`,
        edit(
          `Report ${at} from the ${at}th mile\n\nAt mile ${at} the road is ${at * 7} feet wide. ${QUARRY.split("\n")[2]}`,
          at,
        ),
      ]),
    );

  it("pairs equal texts in the order of their keys", async () => {
    const changes = await lastDay(
      { "a/1.txt": QUARRY, "a/2.txt": QUARRY, "a/3.txt": QUARRY },
      { "b/1.txt": QUARRY, "b/2.txt": QUARRY },
    );
    expect(told(changes)).toEqual([
      "removed a/3.txt",
      "renamed b/1.txt < a/1.txt",
      "renamed b/2.txt < a/2.txt",
    ]);
  });

  it("prefers the more similar of two stories", async () => {
    const [head = "", ...rest] = QUARRY.split("\n\n");
    const other = [head, ...rest.slice(1), CHOIR.split("\n\n")[2]].join("\n\n");
    const changes = await lastDay(
      { "a/1.txt": QUARRY, "a/2.txt": other },
      { "b/1.txt": other.replace("mill", "chapel"), "b/2.txt": QUARRY.replace("mill", "chapel") },
    );
    expect(told(changes).toSorted()).toEqual([
      "renamed b/1.txt < a/2.txt : minor",
      "renamed b/2.txt < a/1.txt : minor",
    ]);
  });

  it("tries the next best if the best turns out to be another story", async () => {
    const warning = (place: string, more = "") =>
      `Storm nears ${place}\n\nA storm will reach ${place} tonight, the weather office said. People in ${place} should stay at home and close their shutters. Trains will not run.${more}`;
    const longer = ` ${CHOIR.split("\n\n").slice(1).join(" ")}`;
    const changes = await lastDay(
      { "a.txt": warning("Kestrel"), "b.txt": warning("Marrow", longer) },
      { "c.txt": warning("Marrow").replace("Storm nears", "Shutters closed in") },
    );
    expect(told(changes)).toEqual(["renamed c.txt < b.txt : substantive", "removed a.txt"]);
  });

  it("does not count as a mass removal, is one item if all have the same edit, and says what was not compared", async () => {
    const rig = createRig();
    const before = copies("old", 104);
    await putAll(rig, {}, before);
    await rig.run(DAY1);
    const after = copies("new", 104, (text) => text.replace("its owners", "its new owners"));
    await putAll(rig, before, after);
    const result = await rig.run(DAY2);
    expect(result.counts).toMatchObject({ stories: 104, added: 0, removed: 0, renamed: 104 });
    const { changes } = await rig.edition(result);
    expect(changes.every(({ key, renamedFrom }) => renamedFrom === key.replace("new/", "old/"))).toBe(true);
    expect(changes.filter(({ uncompared }) => uncompared)).toHaveLength(4);
    expect(new Set(changes.slice(0, 100).map(({ sameEdit }) => sameEdit)).size).toBe(1);
    expect(rig.inbox.at(-1)?.text).toContain("the same edit in 100 stories");
    expect(rig.inbox.at(-1)?.text).toContain("Similar text, not compared.");
    expect(await rig.run(DAY3)).toMatchObject({ outcome: "quiet" });
  });
});

describe("the history of a moved and edited story", () => {
  const second = QUARRY.replace("40", "60");
  it("goes with it: first seen, and its earlier texts", async () => {
    const changes = await lastDay({ "a.txt": QUARRY }, { "b.txt": second }, { "b.txt": QUARRY });
    expect(changes).toMatchObject([{ change: "reverted", key: "b.txt", firstSeen: DAY1, revertedTo: DAY1 }]);
  });

  it("makes a move back to an earlier text one", async () => {
    const changes = await lastDay({ "a.txt": QUARRY }, { "a.txt": second }, { "b.txt": QUARRY });
    expect(changes).toMatchObject([
      { change: "renamed", key: "b.txt", renamedFrom: "a.txt", firstSeen: DAY1, revertedTo: DAY1 },
    ]);
  });

  it("is told with the key before, in both parts of the mail", async () => {
    const rig = createRig();
    await putAll(rig, {}, { "news/quarry.txt": QUARRY });
    await rig.run(DAY1);
    await putAll(rig, { "news/quarry.txt": QUARRY }, { "archive/quarry.txt": second });
    await rig.run(DAY2);
    const { text = "", html = "", subject = "" } = rig.inbox.at(-1) ?? {};
    expect(text).toMatch(
      /Revised\n-+\n\n\* Quarry at Thornby to reopen\n {2}Content changed: 1 of 6 sentences edited; moved from news\/quarry\.txt\n/,
    );
    expect(html).toContain("moved from news/quarry.txt");
    expect(text).toContain("1 revised");
    expect(subject).toContain("40 → 60");
  });
});

it("reads a page that moved by its content type, whatever its key looks like", async () => {
  const rig = createRig();
  const page = (toll: number) =>
    `Quarry at Thornby to reopen<br><br>The old quarry will reopen in April, its owners said. Some ${toll} people will work there at first.<br><br>The lane past the mill is too narrow for lorries.`;
  const write = (key: string, text: string) =>
    rig.corpus.write(key, Buffer.from(text), undefined, "text/html; charset=utf-8");
  await write("old/quarry", page(40));
  await rig.put({ "z.txt": QUIET });
  await rig.run(DAY1);
  await rig.corpus.remove("old/quarry");
  await write("news/quarry", page(60));
  const { changes } = await rig.edition(await rig.run(DAY2));
  expect(changes).toMatchObject([
    { change: "renamed", renamedFrom: "old/quarry", revision: { facts: [{ before: "40", after: "60" }] } },
  ]);
  expect(changes[0]?.revision?.headlineChange).toBeUndefined();
  expect(changes[0]?.revision?.counts).toMatchObject({ kept: 2, edited: 1 });
});
