import { hasCapital } from "../../../text/tokens.ts";
import type { Token } from "../tokens.ts";

/** How often, in the languages we read; `*` stands for an ending of an adjective or adverb. */
const WORDS: Readonly<Record<string, string>> = {
  hour: "hourly stündlich* horaire horaires",
  day: "daily täglich* quotidien* diariamente diario diaria diarios diarias giornalier* quotidianamente giornalmente diário diária dagelijks* dagligen daglig*",
  week: "weekly wöchentlich* hebdomadaire* semanal* settimanal* wekelijks* veckovis",
  fortnight:
    "fortnightly biweekly vierzehntägig* zweiwöchentlich* bimensuel* quincenal* quinzenal* tweewekelijks*",
  month: "monthly monatlich* mensuel* mensual* mensil* mensal* maandelijks* månadsvis månatlig*",
  quarter:
    "quarterly vierteljährlich* quartalsweise trimestriel* trimestral* trimestrale* driemaandelijks* kvartalsvis",
  "half-year": "semiannual* biannual* halbjährlich* semestriel* semestral* halfjaarlijks*",
  year: "yearly annual annually jährlich* annuel* anual* annuale* annualmente jaarlijks* årlig* årligen",
};
const MAX_ENDING = 6;
/** Letters by which nearly all other words are told apart at once. */
const BEGINNING = 4;
const { whole: WHOLE, stems: STEMS } = tables();

const BEGINNINGS = new Set([...WHOLE.keys(), ...STEMS.keys()].map((word) => word.slice(0, BEGINNING)));

function tables() {
  const [whole, stems] = [new Map<string, string>(), new Map<string, string>()];
  for (const [span, words] of Object.entries(WORDS)) {
    for (const word of words.split(" ")) {
      const isStem = word.endsWith("*");
      (isStem ? stems : whole).set(isStem ? word.slice(0, -1) : word, `every ${span}`);
    }
  }
  return { whole, stems };
}

/** "weekly", "monatlich", "mensuelle": how often something happens, as "every week"; a word with a capital is part of a name. */
export function frequencyOf(token: Token | undefined): string | undefined {
  if (token?.type !== "word" || !BEGINNINGS.has(token.form.slice(0, BEGINNING)) || hasCapital(token.text)) {
    return undefined;
  }
  const { form } = token;
  for (let length = form.length; length >= form.length - MAX_ENDING && length > 0; length--) {
    const every = STEMS.get(form.slice(0, length));
    if (every !== undefined) {
      return every;
    }
  }
  return WHOLE.get(form);
}
