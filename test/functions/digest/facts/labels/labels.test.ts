import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFacts } from "../../../../../functions/digest/facts/facts.ts";
import { sentence } from "../../revision/arbitraries.ts";

const labelOf = (text: string, before: string, after: string) =>
  compareFacts(text, text.replace(before, after)).map(({ context }) => context);

describe("a fact is labelled as an editor would:", () => {
  test.each([
    [
      "The death toll from the wreck of the ferry off Vellmouth rose to 12 on Tuesday night.",
      "12",
      "14",
      "death toll",
    ],
    [
      "The operator, Corrant Lines, put the damage to the ship at $4.2 million and said it was insured.",
      "$4.2",
      "$5.1",
      "damage to the ship",
    ],
    ["The death toll rose to 12 on Tuesday night.", "Tuesday", "Wednesday", "death toll rose"],
    ["The ministers will meet in Moscow on January 17.", "January 17", "January 19", "ministers meet"],
    [
      "Araghchi will meet his colleague in Moscow on January 17.",
      "January 17",
      "January 19",
      "meet his colleague in Moscow",
    ],
    ["Of the crew, three are still missing.", "three", "one", "still missing"],
    ["Its shares fell 6.5 percent.", "6.5", "65", "shares fell"],
    ["12 people died.", "12", "19", "people died"],
    ["At least nine people died in a ferry accident, the coast guard said.", "nine", "ten", "people died"],
    ["More than 40 people were injured in the crash.", "40", "50", "people injured"],
    ["The blast killed 12 people.", "12", "21", "people killed"],
    ["Six are missing.", "Six", "Five", "missing"],
    ["The search went on with 14 boats and two helicopters.", "14", "16", "boats"],
    ["The company has 4,500 employees in Norway.", "4,500", "5,400", "employees in Norway"],
    ["The trial is on May 17.", "May 17", "May 18", "trial"],
    ["The inquiry opens on Monday.", "Monday", "Tuesday", "inquiry opens"],
    ["On Monday, the bridge reopened to traffic.", "Monday", "Tuesday", "bridge reopened"],
    ["They met on Monday.", "Monday", "Tuesday", "met"],
    ["Holt met the crew on Monday.", "Monday", "Friday", "met the crew"],
    ["The January 17 meeting was called off.", "January 17", "January 19", "meeting"],
    ["Inflation reached 7.4 percent in June.", "7.4", "4.7", "inflation"],
    ["The bank raised its forecast to 3 percent.", "3 percent", "4 percent", "forecast"],
    ["The city has a population of 230,000.", "230,000", "320,000", "population"],
    ["The painting was sold for $3 million.", "$3", "$8", "painting sold"],
    ["It cost $1.5 million.", "$1.5", "$15", "cost"],
    ["Prices rose 5%.", "5%", "50%", "Prices rose"],
    ["It was -5 degrees in the city.", "-5", "5", "city"],
    ["Judge Ada Holt adjourned the case.", "Ada Holt", "Ines Vik", "judge"],
    [
      "A coast guard spokesman, Piet Lohrmann, said that the cause was not known.",
      "Piet Lohrmann",
      "Jan Maas",
      "coast guard spokesman",
    ],
    ["Clara Voss, the mayor of Lund, resigned.", "Clara Voss", "Erik Lind", "mayor of Lund"],
    ["Holt met the crew.", "Holt", "Vik", "met the crew"],
    ["The talks were held in Geneva.", "Geneva", "Vienna", "talks held in"],
    ["The union has not accepted the offer.", "has not accepted", "has accepted", "union"],
    ["“We will sail,” Holt said.", "sail", "stay", "Holt"],
    ["“We will sail,” said Mayor Ada Holt.", "sail", "stay", "Ada Holt"],
    ["The mayor said: “We will sail.”", "sail", "stay", "mayor"],
    ["The ferry left at 6:40 a.m. with 233 people on board.", "6:40", "7:40", "ferry left"],
    ["The ferry left at 6:40 a.m. with 233 people on board.", "233", "323", "people on board"],
    ["The firm was founded in 1998.", "1998", "1989", "firm founded"],
    ["The number of cases climbed to 310.", "310", "301", "number of cases"],
    ["Sales of electric cars grew by 12 percent.", "12", "21", "Sales of electric cars grew"],
    ["He lost by 300 votes.", "300", "3,000", "votes"],
    [
      "Members of the crew spent nine hours in the water.",
      "nine hours",
      "two hours",
      "members of the crew spent",
    ],
    ["The fire, which began on Friday, destroyed 30 houses.", "30", "50", "houses destroyed"],
    ["The fire, which began on Friday, destroyed 30 houses.", "Friday", "Sunday", "fire began"],
    [
      "At least 23 passengers were injured when the train left the rails near Lund.",
      "23",
      "31",
      "passengers injured",
    ],
    ["The airline said it would cut 2,500 jobs by the end of the year.", "2,500", "3,200", "jobs"],
    [
      "Unemployment in the region climbed to 9.1 percent in August.",
      "9.1",
      "9.4",
      "unemployment in the region",
    ],
    ["The court sentenced him to 12 years in prison.", "12", "15", "prison"],
    ["The bridge, built in 1962, will be closed for repairs.", "1962", "1926", "bridge built"],
    ["The summit will be held on March 3 in Geneva.", "March 3", "March 5", "summit held"],
    ["Finance Minister Clara Voss resigned on Friday.", "Clara Voss", "Erik Lind", "finance Minister"],
    ["The company reported a net loss of €48 million for the quarter.", "€48", "€84", "net loss"],
    ["The storm was moving north at 20 mph, forecasters said.", "20", "30", "storm moving"],
    ["Police have arrested four men in connection with the robbery.", "four", "five", "men arrested"],
    ["The ministry has approved the vaccine.", "has approved", "has not approved", "ministry"],
    ["Her lawyer, Piotr Zeman, declined to comment.", "Piotr Zeman", "Pavel Zeman", "lawyer"],
    ["Temperatures fell to -12 degrees overnight in the valley.", "-12", "-21", "Temperatures"],
    ["The fund now holds $310 billion in assets.", "$310", "$301", "assets"],
    ["About 40,000 homes were without power on Sunday morning.", "40,000", "14,000", "homes without power"],
    ["Turnout was 61 percent, the electoral commission said.", "61", "64", "Turnout"],
    ["He was elected in 2014 with 52 percent of the vote.", "52", "57", "vote"],
    ["“We will rebuild every house,” said Governor Tom Reyes.", "house", "school", "Tom Reyes"],
    ["The museum expects 1.2 million visitors this year.", "1.2", "1.5", "visitors"],
  ])("%j, %j → %j: %j", (text, before, after, label) => {
    expect(labelOf(text, before, after)).toEqual([label]);
  });
});

describe("no label is better than a wrong one:", () => {
  test.each([
    ["Voss said on Friday that the port would close.", "Friday", "Tuesday", "it only says when she spoke"],
    ["The ferry sank, officials said Friday.", "Friday", "Tuesday", "it only says when they spoke"],
    ["Holt, in Vellmouth on January 17.", "January 17", "January 19", "a place is not an event"],
    ["The crew left the town again after 30 years.", "30", "40", "the years are not the town's"],
    ["Voss says 200 years ago ships were slow.", "200", "300", "the years are not hers"],
    ["The bill would give an additional $19 billion over 10 years.", "10", "16", "cut off by an amount"],
    ["That’s $1,000 a year.", "$1,000", "$4,000", "“that’s” says nothing"],
    ["Just 150 miles to the southeast, water is short.", "150", "250", "a direction says nothing"],
    [
      "He was not seen by the crew, who know captains like Ada Holt.",
      "Ada Holt",
      "Ines Vik",
      "“like” says nothing",
    ],
    ["It is believed Ada Holt could be on board.", "Ada Holt", "Ines Vik", "“believed” says nothing"],
    ["They were not looking after their own boats.", "were not", "were", "the subject is not named"],
    ["The ship which is leaving the port is old.", "is leaving", "is not leaving", "“which” is not named"],
    ["They stood in the bustling Kejetia Market.", "Kejetia", "Mokola", "“bustling” is not a role"],
    ["At 25 years old, she is the captain.", "25", "35", "“old” says nothing"],
  ])("%j, %j → %j: none (%s)", (text, before, after) => {
    expect(labelOf(text, before, after)).toEqual([undefined]);
  });

  test.each([
    ["He left the hotel of his mother’s death in 2001.", "2001", "2003", "left the hotel"],
    ["Fans line up to take cash from a Northern Union branch on Friday.", "Friday", "Monday", "take cash"],
    ["The talks between Oslo and Bergen are not over.", "are not", "are", "talks"],
  ])("%j, %j → %j ends with a phrase: %j", (text, before, after, label) => {
    expect(labelOf(text, before, after)).toEqual([label]);
  });
});

test("has no label if the caller says the story is not in English", () => {
  const facts = compareFacts("12 people died.", "19 people died.", { hasLabels: false });
  expect(facts).toEqual([{ kind: "number", before: "12", after: "19" }]);
});

test("a label has at most five words", () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      for (const { context = "word" } of compareFacts(before, after)) {
        expect(context.split(" ").length).toBeLessThanOrEqual(5);
      }
    }),
    { seed: 5 },
  );
});

test("a sentence of nothing but numbers has no labels", () => {
  expect(labelOf("12, 13, 14.", "13", "15")).toEqual([undefined]);
});

test("only the first fifty facts of a sentence get labels", () => {
  const text = (n: number) => Array.from({ length: 60 }, (_, at) => `${at + n} ships left. `).join("");
  const labels = compareFacts(text(100), text(300)).map(({ context }) => context);
  expect(labels.filter((label) => label === "ships left")).toHaveLength(50);
  expect(labels).toHaveLength(60);
});
