import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../../../functions/digest/text/sentences/sentences.ts";

/** "/" marks the end of a sentence, with the space after it; where none stands there, the text has none. */
const split = (marked: string) => ({
  text: marked.replaceAll(/ ?\/ ?/g, (mark) => (mark === "/" ? "" : " ")),
  sentences: marked.split("/").map((sentence) => sentence.trim()),
});

describe("a clock time", () => {
  test.each([
    "The ferry leaves at 7 p.m. Friday with the choir on board. / Nobody else may land.",
    "Shops close at 5:30 p.m. Sunday.",
    "The court sat until 11 p.m. Thursday, Nov. 6, and then went home.",
    "The boat was seen at 4 a.m. November 12 off the cape.",
    "A gate is shut at 6 a.m. Sept. 3 for repairs.",
    "The mill burned down about 2 a.m. Dec. 1, 1987, the book says.",
    "Voting ends at 9 p.m. Pacific time on both coasts.",
    "Voting ends at 9 p.m. Mountain Standard Time on both coasts.",
    "The market opens at 9 a.m. Tokyo time, as always.",
    "The market opens at 10 a.m. Hong Kong time, as always.",
    "The talks begin at 9 a.m. EST Monday in the old mint.",
    "The talks begin at 9 a.m. GMT in the old mint.",
    "The talks begin at 9 a.m. Central on the first floor.",
    "The kitchen opens at noon and shuts at 3 p.m. Christmas Eve for staff.",
    "The kitchen shuts at 3 p.m. Labor Day for everyone.",
    "The vigil starts at 8 p.m. Good Friday in the chapel.",
    "The pool opens at 7 A.M. Saturdays for swimmers.",
    "The pool opens at 7 a.m. Mon. to Fri. for swimmers.",
    "The pool is open 7 a.m.-9 p.m. Monday through Thursday.",
    "They spoke at the 7 p.m. Tuesday meeting of the board.",
    "They went to the 11 a.m. Mass in the abbey.",
    "By 9 a.m. Tuesday the river was over the road.",
    "At about 6 p.m. Marr called the guard.",
    "La sesión empieza a las 9 a. m. GMT en el salón.",
  ])("goes on before a day, a date or a zone: %s", (marked) => {
    const { text, sentences } = split(marked);
    expect(splitSentences(text)).toEqual(sentences);
  });

  test.each([
    "The shop opens at 9 a.m. / Monday is a holiday.",
    "The market shuts at 4 p.m. / Sunday was the last day of the fair.",
    "The pool opens at 7 a.m. / Friday mornings are for schools.",
    "The last bus runs at 11 p.m. / Saturday buses stopped in May.",
    "Guests arrived by 3 p.m. / Christmas is the best time here.",
    "The vote was over at 6 p.m. / Tuesday’s count took all night.",
    "The debate ended at 8 p.m. / Residents went home in the rain.",
    "The debate ended at 8 p.m. / Mayor Lin went home in the rain.",
    "The debate ended at 8 p.m. / Nobody went home.",
    "The debate ended at 8 p.m. / 12 people went home.",
    "The debate ended at 8 p.m. / NATO sent a note.",
    "She left at 9 p.m. / Eastern farmers stayed.",
    "The train came at 4 p.m. / New York was cold.",
    "La sesión empieza a las 9 a. m. / El salón está frío.",
    "La sesión termina a las 8 p.m. / Marta Roldán no vendrá.",
    "O museu abre às 10 a.m. / Ninguém esperava a multidão.",
  ])("ends the sentence before a new subject: %s", (marked) => {
    const { text, sentences } = split(marked);
    expect(splitSentences(text)).toEqual(sentences);
  });
});

describe("a word that is an abbreviation, too", () => {
  test.each([
    "She studies modern art. / The museum opened.",
    "He planted a fig. / Birds took it.",
    "The boy felt ill. / Nurses came at once.",
    "The council said no. / Marr resigned.",
    "They all said no. / 12 of them left.",
    "The church sang a mass. / Candles burned.",
    "It was a near miss. / Drivers braked.",
    "We hung up the wash. / Rain fell.",
    "They dug for ore. / Nothing was found.",
    "The cat sat. / Dogs barked.",
    "The two were wed. / Guests danced.",
    "We like the new gen. / Prices fell.",
    "The well is 10 ft. / Water is scarce.",
    "She lives on 5th st. / Buses stop there.",
    "He works on Main St. / The shop is small.",
    "That is who I am. / Nobody else knew.",
    "We saw the mayor’s. / Compare the two.",
    "A study by Moor et al. / The data are open.",
    "They sold lamps, cups, etc. / Nobody came.",
    "She moved to the U.K. / Nurses warned her of the cold.",
    "Help came from the U.S. / Neighbours had asked for it.",
    "She moved to the U.S. / Mr. Lin stayed.",
    "He sold the firm to Dorn Inc. / Workers protested.",
    "They chose plan B. / Nobody liked it.",
    "“We lost.”/They left the field.",
    "The gate opened./Nobody came.",
    "El barco salió al mar. / Nadie lo vio.",
    "Llegó a EE. UU. / El lunes siguió a Lima.",
    "Il est passé par le col. / La neige tombait.",
    "Das Tor ging auf. / Alle gingen hinein.",
    "Дом построен в 1990 г. / Он стоит у реки.",
    "Были хлеб, соль и др. / Все ели.",
  ])("ends the sentence: %s", (marked) => {
    const { text, sentences } = split(marked);
    expect(splitSentences(text)).toEqual(sentences);
  });

  test.each([
    "See fig. 3 and Fig. A in the book.",
    "Under art. 5 and Art. 6 the gate stays shut.",
    "House no. 7 and No. 9 were sold.",
    "No. 12 was not moved, they said.",
    "Nr. 3 ist offen, wie er sagte.",
    "Gen. Okoro met Rep. Moor and Gov. Lin in Springfield, Ill. on Sat. evening.",
    "The Rev. Ada Moor of Boston, Mass. spoke.",
    "St. Ives and Mt. Marr are near Ft. Dorn.",
    "The U.S. Marines landed at dawn.",
    "A bill in the U.S. Senate would ban it.",
    "Talks in the U.S. House voted down the plan.",
    "She was hired by Dorn Inc. Chairman Olin Vesk in May.",
    "The writers P. Ilvane and A. B. Dorn signed.",
    "Am 12. Spieltag und in der 3. Liga gab es Tore.",
    "MM. Dubois et Roy ont signé.",
    "Los jefes de EE. UU. y de las FF. AA. firmaron.",
    "El sr. López y la dra. Ruiz firmaron.",
    "L’ing. Rossi e il dott. Neri hanno firmato.",
    "De heer drs. de Vries en mevr. Jansen tekenden.",
    "В г. Твери жил А. С. Громов.",
  ])("does not end it as an abbreviation: %s", (text) => {
    expect(splitSentences(text)).toEqual([text]);
  });
});

describe("a quotation that ends in a stop", () => {
  test.each([
    "“路上没有人。”司机回应。/雨停了。",
    "「いつ開くの？」子供は問いかけた。/返事はない。",
    "「道は閉める。」担当者はこう説明する。/住民は帰った。",
    "「助けて！」少年はそう叫び、走り出した。/雨が降った。",
    "“桥不会关！”区长说。/会议继续。",
    "“谁来付钱？”她问道。/没人回答。",
    "“我们等了很久。”一名船员告诉记者。/雨还在下。",
    "“路太窄了。/我们走不过去。”老人解释道，村里只有一条路。",
    "「橋不會關。」區長表示。/會議繼續。",
    "『誰來付錢？』她問。/沒人回答。",
    '"桥不会关。"区长强调。/会议继续。',
    "“不行，”他说，“我不去。”/会议继续。",
    "「橋は閉めません。」と区長は述べた。/会議は続いた。",
    "「誰が払うの？」住民は尋ねた。/答えはなかった。",
    "「もう限界だ！」船長は語った。/雨が降っていた。",
    "“もう限界だ。”と船長は話している。/雨が降っていた。",
    "“다리는 닫지 않는다.” 구청장은 말했다. / 회의는 계속됐다.",
    '"누가 내나?" 주민이 물었다. / 답은 없었다.',
    "“다리는 닫지 않는다.”라고 구청장은 밝혔다. / 회의는 계속됐다.",
    "“เราจะไม่ปิดสะพาน!” นายกเทศมนตรีกล่าว",
    "“Who pays?” Ada Lin asked the council. / Nobody answered.",
    "“We won!” Captain Olin Marsh shouted. / The crowd sang.",
    "« Non ! » a dit le maire. / La salle s’est vidée.",
    "„Halt!“ rief der Bürgermeister. / Alle blieben stehen.",
  ])("goes on with who said it: %s", (marked) => {
    const { text, sentences } = split(marked);
    expect(splitSentences(text)).toEqual(sentences);
  });

  test.each([
    "区长说：“桥不会关。”/议会随后说，会议结束。",
    "区长喊道：“快走！”/人们散开了。",
    "“桥不会关。”/人们都知道，路很窄。",
    "“桥不会关。”/记者离开后进行了访问。",
    "「道が開いた。」/住民は喜んだ。",
    "“开门！”/区长一声令下。",
    "区长读了一本书。/她说，书很好。",
    "区長は反対した。/住民は話した。",
    "「橋は閉めません。」/会議は続いた。",
    "“다리는 닫지 않는다.” / 회의는 계속됐다.",
    "“We won!” / Nobody said a word.",
    "“We won!” / The captain said that it was late.",
    "“Who pays?” / Ada Lin said she would not.",
    "She asked, “Who pays?” / Ada Lin said in reply that nobody would.",
  ])("is over before a new sentence: %s", (marked) => {
    const { text, sentences } = split(marked);
    expect(splitSentences(text)).toEqual(sentences);
  });
});
