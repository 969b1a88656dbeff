import { describe, expect, test } from "vitest";
import { summarise } from "../../../../functions/digest/summary/summarise.ts";
import { splitSentences } from "../../../../functions/digest/text/sentences/sentences.ts";
import { makeStory } from "../revision/make-story.ts";

interface Sample {
  readonly lang: string;
  readonly lead: string;
  readonly followUp: string;
  readonly dependent: string;
  readonly heading: string;
  readonly aside: string;
}

const SAMPLES: readonly Sample[] = [
  {
    lang: "fr",
    lead: "Un incendie dans le port d’Oslo a tué douze personnes lundi et fermé le quai à tous les navires.",
    followUp:
      "Les pompiers ont lutté toute la nuit contre l’incendie du port, qui menaçait deux navires au quai.",
    dependent: "Il a duré plus de douze heures et détruit un entrepôt plein de peinture et de bois.",
    heading: "Un quai fermé pour longtemps",
    aside: "Personne ne s’étonne.",
  },
  {
    lang: "de",
    lead: "Ein Brand im Hafen von Oslo hat am Montag zwölf Menschen getötet und den Kai für alle Schiffe gesperrt.",
    followUp:
      "Die Feuerwehr kämpfte die ganze Nacht gegen den Brand im Hafen, der zwei Schiffe am Kai bedrohte.",
    dependent: "Er dauerte mehr als zwölf Stunden und zerstörte ein Lager voller Farbe und Holz.",
    heading: "Kai bleibt lange gesperrt",
    aside: "Niemand staunt darüber.",
  },
  {
    lang: "ru",
    lead: "Пожар в порту Осло в понедельник унёс жизни двенадцати человек и закрыл причал для всех судов.",
    followUp: "Пожарные всю ночь боролись с пожаром в порту, который угрожал двум судам у причала Осло.",
    dependent: "Он продолжался больше двенадцати часов и уничтожил склад с краской и лесом.",
    heading: "Причал закрыт надолго",
    aside: "Никто не удивлён.",
  },
  {
    lang: "ar",
    lead: "أدى حريق في ميناء أوسلو إلى مقتل اثني عشر شخصا يوم الاثنين وإغلاق الرصيف أمام جميع السفن.",
    followUp: "كافح رجال الإطفاء طوال الليل حريق ميناء أوسلو الذي هدد سفينتين عند الرصيف المغلق.",
    dependent: "وهو استمر أكثر من اثنتي عشرة ساعة ودمر مستودعا مليئا بالطلاء والخشب.",
    heading: "رصيف مغلق لفترة طويلة",
    aside: "لا أحد يستغرب.",
  },
  {
    lang: "fa",
    lead: "آتش‌سوزی در بندر اسلو روز دوشنبه جان دوازده نفر را گرفت و اسکله را به روی همه کشتی‌ها بست.",
    followUp: "آتش‌نشانان تمام شب با آتش‌سوزی بندر اسلو که دو کشتی را در اسکله تهدید می‌کرد جنگیدند.",
    dependent: "این حادثه بیش از دوازده ساعت طول کشید و یک انبار پر از رنگ و چوب را نابود کرد.",
    heading: "اسکله برای مدتی بسته",
    aside: "کسی تعجب نکرد.",
  },
  {
    lang: "zh",
    lead: "奥斯陆港口星期一发生火灾，造成十二人死亡，码头已对所有船只关闭。",
    followUp: "消防队员整夜扑救奥斯陆港口的火灾，火势一度威胁到码头边的两艘船只。",
    dependent: "它持续了十二个多小时，烧毁了一座堆满油漆和木材的仓库。",
    heading: "码头长期关闭",
    aside: "无人惊讶。",
  },
];

describe.each(SAMPLES)("a story in $lang", ({ lang, lead, followUp, dependent, heading, aside }) => {
  const last = `${aside}${lang === "zh" ? "" : " "}${dependent}`;
  const story = makeStory([lead, heading, aside, followUp, last], { lang });

  test("is split into its sentences", () => {
    expect(story.paragraphs.flatMap(splitSentences)).toEqual([
      lead,
      heading,
      aside,
      followUp,
      aside,
      dependent,
    ]);
  });

  test("is summarised by its lead and a sentence that adds to it", () => {
    expect(summarise(story)).toEqual([lead, followUp]);
  });

  test("is never summarised by its sub-heading or by a sentence that depends on one left out", () => {
    const summary = summarise(story, 3);
    expect(summary).not.toContain(heading);
    expect(summary.includes(dependent) && !summary.includes(aside)).toBe(false);
  });
});
