import { describe, expect, test } from "vitest";
import { type CodePage, HIGH_CHARACTERS } from "../../../../../functions/digest/story/encoding/codepages.ts";
import { repair, repairText } from "../../../../../functions/digest/story/encoding/repair.ts";
import { fc } from "../../../../support/laws.ts";

/** The text with its UTF-8 bytes decoded in another encoding. */
function misread(text: string, codePage: CodePage | "latin1"): string {
  const bytes = Buffer.from(text, "utf8");
  if (codePage === "latin1") {
    return bytes.toString("latin1");
  }
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : HIGH_CHARACTERS[codePage][byte - 0x80],
  ).join("");
}

/** The text with its UTF-8 bytes decoded as Latin-1 and the control characters dropped. */
const lose = (text: string) => misread(text, "latin1").replaceAll(/[\u0080-\u009f]/g, "");

describe("mojibake with intact bytes", () => {
  test.each([
    ["English typography", "The minister’s “plan” – a draft — cost €5 or £4…"],
    ["French", "L’été dernier, le théâtre a déjà été fermé à Nîmes."],
    ["German", "Die größte Straße führt über Köln nach Österreich."],
    ["Portuguese", "A eleição não será em São Paulo às três horas."],
    ["Turkish", "İstanbul’da bir yağmur ışıltısı"],
    ["Polish", "Zażółć gęślą jaźń w Łodzi"],
    ["Vietnamese", "Thủ tướng phát biểu tại Hà Nội hôm thứ Bảy"],
    ["Greek", "Η σύνοδος άρχισε στην Αθήνα"],
    ["Russian", "Переговоры начались в Москве"],
    ["Hebrew", "השיחות החלו בירושלים"],
    ["Arabic", "بدأت المحادثات في القاهرة"],
    ["Chinese", "会谈在北京开始。"],
    ["emoji", "Great news 😀🎉 for all ✔"],
  ])("is undone in %s, even two layers of it", (_, text) => {
    expect(repairText(misread(text, "windows-1252"))).toBe(text);
    expect(repairText(misread(text, "latin1"))).toBe(text);
    expect(repairText(misread(misread(text, "windows-1252"), "windows-1252"))).toBe(text);
  });

  test.each([
    ["windows-1251", "Le résumé d’une “affaire” à régler"],
    ["windows-1250", "Le résumé d’une “affaire” célèbre"],
    ["windows-1257", "El camión pasó por aquí"],
    ["macintosh", "Le résumé de l’affaire est célèbre"],
    ["codepage 437", "Переговоры начались"],
    ["iso-8859-2", "Příliš žluťoučký kůň"],
  ] as const)("is undone where the bytes were decoded as %s", (codePage, text) => {
    expect(repairText(misread(text, codePage))).toBe(text);
  });

  test.each([
    ["windows-1253", "Logroño: Peña habló"],
    ["koi8-r", "Переговоры начались в Туле"],
    ["macintosh", "Nîmes"],
    ["codepage 437", "Zürich"],
  ] as const)("is undone in a few words that were decoded as %s", (codePage, text) => {
    expect(repairText(misread(text, codePage))).toBe(text);
  });

  test.each(["Łukasz Żak", "Şule Çağ", "Michał Świątek", "Jürgen Müller", "Đorđe Ćosić", "Antônio Simões"])(
    "is undone in a name beside correct accents: %s",
    (name) => {
      const text = `The café and Señor Peña are named, and ${name} spoke in the town hall.`;
      expect(repairText(text.replace(name, misread(name, "windows-1252")))).toBe(text);
    },
  );

  test("is undone around correct text", () => {
    expect(repairText("Café São João, but tambÃ©m DivisÃ£o")).toBe("Café São João, but também Divisão");
  });

  test("becomes U+FFFD where a byte is lost", () => {
    expect(repairText("the â€œdealâ€? and â€œmoreâ€\ufffd")).toBe("the “deal\ufffd and “more\ufffd");
  });

  test("is undone where a no-break space became a plain one", () => {
    expect(repairText("jusquâ€™Ã la fin, il a dÃ©jÃ rÃ©pondu")).toBe("jusqu’à la fin, il a déjà répondu");
    expect(repairText("atenÃ§Ã£o Ã s crianÃ§as")).toBe("atenção às crianças");
  });

  test("is undone in single control characters, as windows-1252", () => {
    expect(repairText("\u0093Yes,\u0094 he said\u0085 it\u0092s done")).toBe("“Yes,” he said… it’s done");
  });
});

describe("marks reduced to â", () => {
  test.each([
    ["possessives", "Iran’s envoy met Moscow’s team at the leaders’ table."],
    ["contractions", "They don’t say it, but we’ve heard it and I’m sure he’ll go; she’d know, you’re told."],
    ["elided names", "Mr. O’Brien left Côte d’Ivoire at six o’clock."],
    ["joined names", "The Russia–Iran talks"],
    ["ranges", "Between 2010–2015 some 10–12 people, aged 30–40, died."],
    ["asides", "Three sectors—energy, trade and transport—were on the agenda."],
    ["spaced dashes", "It was late — too late — for a vote."],
    ["quotations", "“We will talk,” he said. “It is the only way.”"],
    ["a quotation in a sentence", "They stressed “bilateral relations” in (“private”) talks."],
    ["a nested quotation", "“He told me ‘we are ready’ and left,” she said."],
    ["a plural in a quotation", "“The leaders’ meeting was short,” he said."],
    ["a quotation that its paragraph never closes", "“We begin today. The rest follows."],
    ["other signs", "It costs €40… • more for the Acme™ brand"],
    ["years", "It was common in the ’90s, they’d say."],
    ["a lone contraction", "They asked whether you’d trust the bridge with your life."],
    ["a dash before a quotation", "He wrote two books—“A Bridge” and “The Quay”—and left."],
    [
      "adjacent quotations in one that is never closed",
      "“We begin. He read “A Bridge” and “The Quay” to us.",
    ],
    ["quotations in emphasis", "Easton’s harbour office (the **“Office”**) met."],
    [
      "a year followed by a clause",
      "He came in 2002—four years before the bridge—and stayed until 2010–2011.",
    ],
    ["a place before the first sentence", "EASTON—President Cole left. Paris, France—Lin came."],
  ])("are restored in %s", (_, text) => {
    expect(repairText(lose(text))).toBe(text);
  });

  test.each([
    [
      "Mr Cole paid £5 for the ‘organised’ tour – a ‘bargain’, he said. ‘It’s cheap,’ he added.",
      "pounds and spelling",
    ],
    ["The council paid £40 for ‘the keys’ – Mr Lin’s ‘plan’.", "pounds and a title without a full stop"],
    [
      "The 'old' bridge and the 'new' one: ‘both are the people’s,’ she said. That’s it.",
      "intact marks elsewhere",
    ],
  ])("are restored as single quotation marks in %j: %s", (text) => {
    expect(repairText(lose(text))).toBe(text);
  });

  test.each([
    ["“It’s organised,” he said of the labour market.", "one sign of British spelling is not enough"],
    ["Mr. Cole paid £5 – “a bargain,” he said. It’s the center’s color.", "American spelling outweighs it"],
    ['“It’s £5,” he said to Mr Lin of the "old" and "new" bridges he organised.', "intact marks are double"],
  ])("are restored as double quotation marks in %j: %s", (text) => {
    expect(repairText(lose(text))).toBe(text.replaceAll(" – ", " — "));
  });

  test("are restored as the spaced dash of the publication", () => {
    expect(repairText(lose("It was late – too late – for the labour party’s vote."))).toContain(
      "late – too late – for",
    );
    expect(repairText(lose("It was late — too late — for the labor party’s vote."))).toContain(
      "late — too late — for",
    );
  });

  const NAMES = [
    "Sana’a",
    "Qur’an",
    "Ba’ath",
    "Shi’ite",
    "Ta’iz",
    "Ma’rib",
    "Be’eri",
    "Isma’il",
    "Nu’man",
    "Hawai’i",
    "O’ahu",
    "Nuku’alofa",
    "Xi’an",
    "N’Djamena",
    "L’Aquila",
    "De’Aaron",
    "Luhans’k",
    "Arkhangel’sk",
  ];

  test.each(NAMES)("are restored within names: %s", (name) => {
    for (const text of [
      `The envoy said ${name} is safe, and that the road to ${name} will open.`,
      `Officials in ${name} on Monday said the talks are over, the agency reported.`,
      `The mayor of ${name} said on Friday that the port had reopened. ${name}’s docks are open.`,
    ]) {
      expect(repairText(lose(text))).toBe(text);
    }
  });

  test.each(NAMES)("are restored in a name where all other marks are intact: %s", (name) => {
    const text = `“We will wait,” he said. It’s the third “bad” week – a record – for us. The envoy said ${name} and the road to it will open, the minister’s office said.`;
    expect(repairText(text.replace(name, lose(name)))).toBe(text);
  });

  test.each([
    "Cuba—once a partner—was left out of the talks on Monday.",
    "The talks with Iran—a neighbour of Iraq—ended in the night.",
    "Peru—where the talks were held—is not a party to the treaty.",
    "The town of Rome—its port is small—was not hit by the storm.",
  ])("are dashes between a name and a clause: %s", (text) => {
    expect(repairText(lose(text))).toBe(text);
  });

  test("are counted as repairs", () => {
    expect(repair(lose("Iran’s “new” envoy"))).toEqual({ text: "Iran’s “new” envoy", repairs: 3 });
    expect(repair("Iran’s “new” envoy").repairs).toBe(0);
  });

  test("are restored after a second misread on top", () => {
    expect(repairText("IranÃ¢ÂÂs envoy")).toBe("Iran’s envoy");
  });
});

describe("clean text", () => {
  test.each([
    ["English", "The minister’s “plan” – a draft — cost €5. The café in Château Rouge is 5×3 m², at 20°C…"],
    ["English with straight quotes", 'It\'s a "plan" -- he said, from the chateau'],
    ["a French word in English", "They drank a bottle of Château Margaux and ate pâté in the gâteau shop"],
    ["French", "Le château de l’âge d’or, à l’âme pâle, fut bâti tôt. « Où ? » Là-bas, dégât compris…"],
    ["French in capitals", "ARRÊTÉ… À ÉVRY, L’ÉTÉ « BRÛLANT » A GÂCHÉ LA FÊTE"],
    ["one French word", "château"],
    [
      "French words in English",
      "He walked past the château, the théâtre and the pâtisserie, and it’s the town’s “best”.",
    ],
    ["Romanian names in English", "Târgu Mureș was first, and Râmnicu Vâlcea is next, he said. It’s “done”."],
    [
      "Portuguese names in English",
      "The album by Ângela is out; “Âme” and “Âge d’or” are its songs, she said.",
    ],
    ["Russian with capital Ё", "Ёлки в Туле, Ёжики в Орле, Ёмкость в Уфе"],
    ["Greek ordinals", "Η Γ΄ Εθνική και η Β’ Εθνική, η ΝΔ» και ο «Α΄ όροφος»"],
    ["Portuguese", "A câmara e o âmbito: distância, Irã, AMANHÃ… e IRMÃ’S, às três"],
    ["Romanian", "România și Târgu Mureș au câștigat; el râde, un râs mare în vânt"],
    ["Vietnamese", "Tây Nguyên và Xuân Hòa: âm nhạc, cân bằng, lâu dài"],
    ["Turkish", "Kâğıt, hâlâ, rüzgâr ve Ağrı"],
    ["Swedish", "Å, Ä och Ö: SELKÄ® på ön, 5 Å² bred"],
    ["Ukrainian", "Рік і її ім’я: РІК, “слово”, «Ні»… Її"],
    ["Russian", "В\u00a0Москве «слово»… РОССИЯ — Р. Ё."],
    ["Serbian", "Њујорк, РЈ, љубав и ђак"],
    ["Greek", "Η «αλήθεια» του Γιάννη…"],
    ["Chinese", "外长说：“会谈很好。”"],
    ["formulas", "2√π ≈ 3.54, (−1/2)! = √π, ∆° and ½"],
    ["Welsh", "Mynd â phlant i’r ysgol a thân â mwg"],
  ])("is left alone: %s", (_, text) => {
    expect(repair(text)).toEqual({ text, repairs: 0 });
  });
});

test("repair is idempotent", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "â",
      "â€™",
      "Ã©",
      "Ã",
      "Â",
      " ",
      "s",
      "\n",
      "\u0092",
      "Ã¢ÂÂ",
      "\ufffd",
      "?",
      "Ð¸",
      "в",
      "√",
      "Iran",
      "nât ",
    ),
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.lorem({ maxCount: 3 }).map((text) => misread(`“${text}” – é`, "windows-1252")),
    fc.lorem({ maxCount: 3 }).map((text) => lose(`“${text}” – it’s`)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const once = repairText(pieces.join(""));
      expect(repairText(once)).toBe(once);
    }),
    { seed: 5, numRuns: 600 },
  );
});

test("leaves a text alone with more garbled characters than any story has", () => {
  const garbled = "Ã©tÃ© ";
  expect(repairText(garbled.repeat(37_000))).toBe("été ".repeat(37_000));
  expect(repairText(garbled.repeat(38_000))).toBe(garbled.repeat(38_000));
});

test.each(["â", "â ", "xâ x", "Ã¢â‚¬â„¢", "√©", "Ã", "“", "😀", "Ì\u0081", "âx\n"])(
  "terminates on 250,000 characters of %j",
  (unit) => {
    const repaired = repairText(unit.repeat(250_000 / unit.length));
    expect(repairText(repaired)).toBe(repaired);
  },
);
