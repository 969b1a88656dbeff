import { describe, expect, test } from "vitest";
import { cutCredit, isCredit } from "../../../../../functions/digest/story/lines/credit.ts";
import { parseStory } from "../../../../../functions/digest/story/story.ts";

describe("isCredit", () => {
  test.each([
    "Getty Images",
    "Courtesy of Ann Cole",
    "Image copyright Getty Images",
    "Photo provided by Ann Cole",
    "Photo: courtesy Ann Cole",
    "Photo: Ann Cole (CC BY 2.0)",
    "Photo: @anncole",
    "Ann Cole / Coast News Agency",
    "Foto: privat",
    "Photo d’illustration : Ann Cole",
    "Photo: Ann Cole",
    "Photo by Ann Cole",
    "PHOTOS: ANN COLE AND TOM VAN LIN",
    "Photo courtesy of Ann Cole",
    "(AP Photo/Ann Cole, File)",
    "REUTERS/Ann Cole",
    "Ann Cole via Getty Images",
    "Photograph: Ann Cole/Coast Wire",
    "Image source, Getty Images",
    "© Ann Cole / AFP",
    "File photo",
    "Foto: picture alliance / dpa",
    "Bildquelle: Stadt Easton",
    "Crédit photo : Ann Cole",
    "Photo Ann Cole / AFP",
    "Foto de Ann Cole",
    "(Foto Ansa)",
    "Imagem: Divulgação",
    "Beeld: Ann Cole",
    "Фото: Анна Коль / РИА Новости",
    "图片来源：新华社",
    "（方丽 摄）",
    "写真：共同通信",
  ])("%j is one", (line) => {
    expect(isCredit(line)).toBe(true);
  });

  test.each([
    "Photo: 12 boats sank off the point on Monday.",
    "Photo: The bridge at Easton, where 12 people died",
    "Credit: 12 million crowns",
    "Reuters cut 12 jobs at its desk in Easton.",
    "Reuters, Easton and Weston",
    "Pictures of the wreck",
    "Image rights",
    "Courtesy costs nothing",
    "Supplied with 12 boats",
    "Photo: Crane falls on quay",
    "Credit rating cut",
    "Map of the harbour",
    "Easton/Weston",
    "Foto: Der Kran am Montag nach dem Sturm.",
    "Photo of the wreck wins prize",
    "Фото: на причале стоят 12 лодок.",
    "图：码头有12艘船",
    "Ann Cole",
    "© 2031 Coast Wire",
  ])("%j is none", (line) => {
    expect(isCredit(line)).toBe(false);
  });
});

describe("cutCredit", () => {
  test.each([
    ["Smoke rose on Monday. Photo: Ann Cole", "Smoke rose on Monday.", "Photo: Ann Cole"],
    ["Smoke rose. (AP Photo/J. Cole)", "Smoke rose.", "(AP Photo/J. Cole)"],
    ["Die Brücke am Montag. Foto: Ann Cole/dpa", "Die Brücke am Montag.", "Foto: Ann Cole/dpa"],
  ])("takes it off %j", (text, paragraph, credit) => {
    expect(cutCredit(text)).toEqual({ paragraph, credit });
  });

  test.each([
    "Smoke rose. Photo: 12 boats burn",
    "She left. Ann Cole stayed",
    "No stop (Reuters)",
    "a.b.c.".repeat(60),
  ])("takes nothing off %j", (paragraph) => {
    expect(cutCredit(paragraph)).toEqual({ paragraph });
  });
});

test("a caption alone that only names its maker is boilerplate, one that shows something is not", () => {
  const page = `<article><h1>Bridge opens</h1><p>The bridge opened on Monday, the harbour office said, after two years of work.</p>
    <figure><img src="a.jpg"><figcaption>Photo: Ann Cole/Coast Wire</figcaption></figure>
    <figure><img src="b.jpg"><figcaption>The bridge on Monday. Photo: Ann Cole</figcaption></figure>
    <p>Forty cars crossed it before noon, and the first bus came at one.</p></article>`;
  expect(parseStory("a.html", page)).toMatchObject({
    boilerplate: ["Photo: Ann Cole/Coast Wire"],
    paragraphs: expect.arrayContaining(["The bridge on Monday. Photo: Ann Cole"]),
  });
});
