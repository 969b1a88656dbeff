import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../../../functions/digest/text/sentences/sentences.ts";
import { fc } from "../../../../support/laws.ts";

const withoutSpace = (text: string) => text.replaceAll(/\s/g, "");

describe("splitSentences", () => {
  /** "/" marks the end of a sentence. */
  test.each([
    ["two plain sentences", "The bridge opened. / Nobody came."],
    ["questions and exclamations", "Who paid? / Nobody knows! / Really?! / Yes."],
    ["titles", "Dr. Ada Moor met Mrs. Lin and Gen. Okoro in St. Ives. / They left at noon."],
    ["initials", "The writer E. M. Hale spoke. / J. P. Moor listened."],
    [
      "an initial that is a word",
      "They trust you and I. / Did Ann B. Cole call? / We lack vitamin C. / The rest is fine.",
    ],
    ["a country's full stops in a name", "The U.S. Treasury and the U.N. Council agreed."],
    [
      "a country's full stops at the end of a sentence",
      "He moved to the U.S. / She stayed in the U.K. / However, both wrote.",
    ],
    [
      "companies",
      "Harbour Ltd. sued Moor & Co. in May. / It lost to Lin Inc. / The court fined Cole Bros. heavily.",
    ],
    ["the clock", "At 7 a.m. Mr. Cole rang. / The ferry left the harbour at 9 p.m. / Nobody was hurt."],
    ["figures and addresses", "It cost $3.50 at shop.example.org. / Version 2.0.1 followed."],
    ["numbered things", "See No. 5 on p. 12 and fig. 3. / It is on Jan. 4 at the latest."],
    ["quotation marks after the stop", '“We waited.” / ‘Nobody came.’ / "So we left." / He sighed.'],
    ["speech continued in lower case", "“Will it hold?” he asked. / “It will!” she said."],
    [
      "an aside that contains sentences",
      "The mayor (He took office in May. He is 40.) resigned. / It was expected.",
    ],
    ["elisions", "She wrote: “The bill [...] must pass” (Moor 12). / It did."],
    ["dots", "I never knew.... / She left. / It was ... odd, and then . . . nothing."],
    ["a list in running text", "1. Buy bread / 2. Mend the roof / 3. Call Ann"],
    ["a list with brackets", "a) First this. / b) Then that."],
    ["bullets", "• 9. Bread and milk / • 10. A new roof"],
    ["a name with an exclamation mark", "She left Yippee! in June."],
    ["a lower-case brand", "Sales fell. / iPhone users left. / The rest stayed, approx. half."],
    ["a missing space", "The talks failed at that moment./The delegates left."],
    ["a name that contains a full stop", "They use Node.Js and write to ann.The@example.org daily."],
    [
      "gazettes of laws",
      "Art. 3 geändert durch LGBl. 2024 Nr. 375. / Siehe BGBl. I S. 12 und ABl. L 119. / Es steht im BGBl. / Danach gilt Rz. 4.",
    ],
    ["German", "Am 3. Oktober sprach Dr. Weiß, z. B. über Nr. 5. / Der Saal war voll."],
    ["German ranges", "Offen vom 24.-30. August, Mo. 10 bis 12 Uhr. / Es kommen max. 30 Gäste zzgl. Kinder."],
    ["a German day", "Am So. 12. Mai singt der Chor. / Karten gibt es unter Tel. 0123."],
    [
      "a class by its letter",
      "Es geht in die Kreisliga A. / Im Mai beginnt sie. / She plays in Group B. / It is hard.",
    ],
    [
      "German ordinals that are joined",
      "In der 5.–7. Klasse lernen alle schwimmen. / Die 5. und 6. Klasse übt, die 5., 6. und 7. Klasse auch. / Er war 5. / Ada kam danach.",
    ],
    ["a score", "The hosts lost 24-30. / Berlin goes through."],
    ["French", "M. Dubois a parlé à Mme. Roy. / « Non ! » a-t-elle dit. / Il est parti."],
    ["Russian", "А. С. Громов уехал в Тверь. / Там он жил на ул. Мира до 1990 г. и работал."],
    ["Chinese", "外长抵达首都。/他说：“会谈很好。”/记者离开了！"],
    ["Japanese speech", "市長は来た。/「橋は開いた。」と彼は述べた。/「いつ？」/住民は待った。"],
    ["Persian", "آیا پل باز است؟ / او گفت: «بله.» / سپس رفت."],
    [
      "German quotation marks",
      "„Wir sind fertig!“ sagte sie. / „Es fehlt u. a. noch Geld.“ / Es sind 3,5 Mio. Euro.",
    ],
    [
      "French quotation marks",
      "« Est-ce fini ? » / Le pont, cf. art. 5, ouvre. / M. Dupont l’a dit, p. ex. hier.",
    ],
    ["Hindi", "बैठक समाप्त हुई। / मंत्री चले गए।"],
    ["Arabic", "هل انتهى الاجتماع؟ / نعم، انتهى الاجتماع. / غادر الوزير المدينة."],
  ])("splits %s", (_, marked) => {
    const sentences = marked.split("/").map((sentence) => sentence.trim());
    const text = marked.replaceAll(/ ?\/ ?/g, (mark) => (mark === "/" ? "" : " "));
    expect(splitSentences(text)).toEqual(sentences);
  });

  test("ends a sentence at a blank line and at a line end, but not at a hard wrap", () => {
    expect(splitSentences("A heading\n\nThe council met\nin the evening. It voted\nNo date was set")).toEqual(
      ["A heading", "The council met\nin the evening.", "It voted", "No date was set"],
    );
  });

  test("returns nothing for white space", () => {
    expect(splitSentences(" \n\t ")).toEqual([]);
  });

  test("does not break at a bracket that is never closed", () => {
    expect(splitSentences("He left (in May. She stayed. Nobody wrote.")).toHaveLength(3);
  });

  test("still finds pairs after thousands of brackets that are never closed", () => {
    const text = `${"(".repeat(5_000)}${"[".repeat(700)} He left (in May. She stayed) then (as. It is) so. Nobody wrote.`;
    expect(splitSentences(text)).toHaveLength(2);
  });

  test("loses nothing but white space", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ". ",
        "? ",
        "…",
        ". . . ",
        " Dr. ",
        " U.S. ",
        "(",
        ")",
        "[",
        "”",
        "“",
        "\n",
        "1. ",
        "2) ",
        "• ",
        "。",
        "؟ ",
      ),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.lorem({ maxCount: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const sentences = splitSentences(text);
        expect(withoutSpace(sentences.join(""))).toBe(withoutSpace(text));
        expect(sentences.every((sentence) => sentence.trim() === sentence && sentence !== "")).toBe(true);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test.each([
    ["openers", "("],
    ["stops", "."],
    ["spaced stops", ". "],
    ["initials", "A. "],
    ["list marks", "1. A "],
    ["bullets", "• "],
    ["closing quotes", ".”"],
    ["bracket pairs", "(a) "],
    ["one letter", "a"],
    ["line ends", "\n \n"],
  ])("terminates on 300,000 characters of %s", (_, unit) => {
    const text = unit.repeat(300_000 / unit.length);
    expect(withoutSpace(splitSentences(text).join(""))).toBe(withoutSpace(text));
  });
});
