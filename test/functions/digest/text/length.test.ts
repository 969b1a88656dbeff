import { expect, it } from "vitest";
import { lengthOf } from "../../../../functions/digest/text/length.ts";

it.each([
  [[], { words: 0 }],
  [["Twelve people died.", "No one was hurt"], { words: 7 }],
  [["It's a well-known 3.5 % – no more …"], { words: 6 }],
  [["  spaces\n and\tlines "], { words: 3 }],
  [["Der Bürgermeister sagte, die Brücke sei gesperrt."], { words: 7 }],
  [["أعلنت البلدية إغلاق الجسر"], { words: 4 }],
  [["मेयर ने कहा"], { words: 3 }],
  [["시장은 다리를 닫았다"], { words: 3 }],
  [["市长周四说，大桥已经关闭。"], { characters: 11 }],
  [["市長は木曜日、橋を閉鎖したと述べた。"], { characters: 16 }],
  [["นายกเทศมนตรีกล่าวว่าสะพานปิด"], { characters: 28 }],
  [["The newspaper 人民日报 said so on Thursday"], { words: 7 }],
  [["– … !"], { words: 0 }],
] as const)("of %j is %j", (paragraphs, expected) => {
  expect(lengthOf(paragraphs)).toEqual(expected);
});
