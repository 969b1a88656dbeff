import { type Phrases, phrasesOf, wordSet } from "../../phrases.ts";

const group = (name: string, words: string): [string, string][] =>
  words.split(" ").map((word) => [word, name]);

/** Units after a number, in lower case, with one name each. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ...group("%", "процента процентов проценты процент % percent pct prozent procent procents ٪ ％"),
  ...group("‰", "‰ promille"),
  ...group("point", "ポイント point points pp prozentpunkt prozentpunkte prozentpunkten punto puntos punti"),
  ...group(
    "USD",
    "dollar dollars bucks dólares dólar dollari dollaro dolar डॉलर دولار 달러 доллар доллара долларов",
  ),
  ...group("EUR", "euro euros евро avro يورو 유로 यूरो"),
  ...group("GBP", "pound pounds quid pfund livre livres libra libras sterling"),
  ...group("RUB", "ruble rubles rouble roubles rubel рубль рубля рублей"),
  ...group("INR", "rupee rupees rupien रुपये रुपए रुपया রুপি টাকা"),
  ...group("JPY", "yen"),
  ...group("KRW", "원"),
  ...group("CNY", "yuan"),
  ...group("CHF", "franken"),
  ...group("franc", "franc francs"),
  ...group("krona", "krona kronor kronen krone kroner kr"),
  ...group("zloty", "zloty zlotys złoty złotych"),
  ...group("peso", "peso pesos"),
  ...group("real", "reais"),
  ...group("lira", "lira liras lire ليرة"),
  ...group("cent", "cent cents centavos centimes céntimos centesimi"),
  ...group("penny", "penny pence"),
  ...group("°", "° degree degrees degré degrés grad grados gradi graus graden grader stopni градусов"),
  ...group("°C", "°c oc ºc celsius"),
  ...group("°F", "°f fahrenheit"),
  ...group(
    "km",
    "킬로미터 km kilometre kilometres kilometer kilometers kilomètre kilomètres kilometern kilómetros kilómetro " +
      "chilometri км километров",
  ),
  ...group("m", "미터 m metre metres meter meters mètre mètres metern metros metro metri м метров"),
  ...group("cm", "cm centimetre centimetres centimeter centimeters centimètres zentimeter centímetros"),
  ...group("mm", "mm millimetre millimetres millimeter millimeters millimètres"),
  ...group("mile", "mile miles mi meilen millas"),
  ...group("foot", "foot feet ft"),
  ...group("inch", "inch inches"),
  ...group("yard", "yard yards"),
  ...group("kg", "킬로그램 kg kilogram kilograms kilogramme kilogrammes kilo kilos kilogramm chili кг"),
  ...group("g", "g gram grams grammes gramm gramos"),
  ...group("mg", "mg milligram milligrams"),
  ...group("t", "톤 t tonne tonnes ton tons tonnen toneladas tonnellate тонн"),
  ...group("lb", "lb lbs"),
  ...group("l", "litrów litry l litre litres liter liters litros litri литров"),
  ...group("gallon", "gallon gallons"),
  ...group("barrel", "barrel barrels barils barriles"),
  ...group("ha", "ha hectare hectares hektar hectáreas ettari"),
  ...group("acre", "acre acres"),
  ...group("second", "second seconds sec secs seconde secondes sekunden sekunde segundos secondi секунд"),
  ...group(
    "minute",
    "minute minutes minuto min mins minuten minutos minuti минут minut minuty minúty minuter minutter minuuttia хвилин",
  ),
  ...group(
    "hour",
    "hour hours ora uur uren hr hrs heure heures stunde stunden hora horas ore часов часа hodin hodiny hodín godzin godziny timmar timme tuntia sati ore годин",
  ),
  ...group(
    "day",
    "day days dia dag jour jours tag tage tagen día días giorni giorno dias dagen дней дня dni dnů dní dagar dager dage päivää päivän zile dana днів",
  ),
  ...group(
    "week",
    "week weeks settimana weken semaine semaines woche wochen semana semanas settimane недель týdnů týdny týždňov týždne tygodni tygodnie veckor " +
      "vecka uger uker viikkoa viikon săptămâni tjedna тижнів",
  ),
  ...group(
    "month",
    "month months mês mese maand mois monat monate monaten mes meses mesi maanden месяцев měsíců měsíce mesiacov mesiace miesięcy miesiące månader måneder kuukautta luni mjeseci місяців",
  ),
  ...group(
    "year",
    "year years yr yrs an ans année années jahr jahre jahren año años anni anno anos jaar лет года roky rokov lat lata år vuotta ani godina років",
  ),
  ...group("decade", "decade decades"),
  ...group("km/h", "km/h kmh kph"),
  ...group("mph", "mph"),
  ...group("kB", "kb kilobyte kilobytes kilobytes"),
  ...group("MB", "mb megabyte megabytes"),
  ...group("GB", "gb gigabyte gigabytes"),
  ...group("TB", "tb terabyte terabytes"),
  ...group("px", "px pixel pixels píxeles pixeln"),
  ...group("m²", "m2 sqm"),
  ...group("km²", "km2"),
  ...group("cm²", "cm2"),
  ...group("m³", "m3"),
  ...group("cm³", "cm3"),
]);
/** How many of the smallest unit of its kind a unit is: 1 km is 1,000 m, a week is seven days. */
const SCALES: readonly Readonly<Record<string, number>>[] = [
  { mm: 1, cm: 10, m: 1000, km: 1_000_000, inch: 25.4, foot: 304.8, yard: 914.4, mile: 1_609_344 },
  { mg: 1, g: 1000, kg: 1_000_000, t: 1_000_000_000, lb: 453_592 },
  { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 },
  { "m²": 1, ha: 10_000, "km²": 1_000_000, acre: 4047 },
  { l: 1, gallon: 3.785 },
  { "km/h": 1, mph: 1.609 },
];
/** The spans of time that terms and rates are counted in. */
export const TERM_UNITS = wordSet("hour day week month year");
const IMPERIAL = wordSet("inch foot yard mile lb acre gallon mph");
/** By how much an amount may differ from the same in the other system: both are rounded. */
const ROUNDING = 0.0125;
/** Degrees Fahrenheit by which a temperature may differ from the same in Celsius. */
const ROUNDED_DEGREES = 1;

/** An amount of a unit. */
interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** "1.5 km" and "1,500 m", "12 feet" and "3.66 m", "20 °C" and "68 °F", "half" and "50 %": between metric and other units, rounded ones are equal. */
export function isSameQuantity(a: Quantity, b: Quantity): boolean {
  const scale = SCALES.find((units) => Object.hasOwn(units, a.unit) && Object.hasOwn(units, b.unit));
  const [one, two] = [scale?.[a.unit], scale?.[b.unit]];
  if (one === undefined || two === undefined) {
    return [isSameTemperature, isSamePart, isMillions].some((isSame) => isSame(a, b) || isSame(b, a));
  }
  const isOtherSystem = IMPERIAL.has(a.unit) !== IMPERIAL.has(b.unit);
  const ratio = one / two;
  return isOtherSystem
    ? Math.abs(a.amount * ratio - b.amount) <= ROUNDING * Math.abs(b.amount)
    : ratio !== 1 && a.amount * ratio === b.amount;
}

const MILLION = 1_000_000;

/** "A third", "33 percent". */
function isSamePart(part: Quantity, percentage: Quantity): boolean {
  const isPart = part.unit === "" && part.amount > 0 && part.amount < 1 && percentage.unit === "%";
  return isPart && Math.round(part.amount * 100) === Math.round(percentage.amount);
}

/** "30 m", "30 million": the letter alone is read as metres. */
function isMillions(letter: Quantity, number: Quantity): boolean {
  return letter.unit === "m" && number.unit === "" && letter.amount * MILLION === number.amount;
}

function isSameTemperature(celsius: Quantity, fahrenheit: Quantity): boolean {
  const isOne = celsius.unit === "°C" && fahrenheit.unit === "°F";
  return isOne && Math.abs(celsius.amount * 1.8 + 32 - fahrenheit.amount) <= ROUNDED_DEGREES;
}

/** Units of which only one letter case is right: a milliwatt is no megawatt. */
export const CASED_UNIT =
  /^(?:[kKmMgGtT]?(?:W|Wh|Hz|B|b|J|Pa|Bit|bit|bits|Byte|byte|bytes)(?:\/s)?|µg|mmHg|dB)$/;
/** Units in several words. */
export const LONG_UNITS: Phrases<string> = phrasesOf([
  ["per cent", "%"],
  ["pour cent", "%"],
  ["por ciento", "%"],
  ["per cento", "%"],
  ["por cento", "%"],
  ["в процентах", "%"],
  ["per mille", "‰"],
  ["percentage point", "point"],
  ["процентных пункта", "point"],
  ["процентных пунктов", "point"],
  ["процентный пункт", "point"],
  ["punkty procentowe", "point"],
  ["punktów procentowych", "point"],
  ["pontos percentuais", "point"],
  ["cubic meters", "m³"],
  ["cubic metres", "m³"],
  ["cubic feet", "cubic foot"],
  ["percentage points", "point"],
  ["percent points", "point"],
  ["points de pourcentage", "point"],
  ["puntos porcentuales", "point"],
  ["punti percentuali", "point"],
  ["basis point", "basis point"],
  ["basis points", "basis point"],
  ["square meters", "m²"],
  ["square metres", "m²"],
  ["square meter", "m²"],
  ["square metre", "m²"],
  ["mètres carrés", "m²"],
  ["metros cuadrados", "m²"],
  ["metri quadrati", "m²"],
  ["square kilometers", "km²"],
  ["square kilometres", "km²"],
  ["square feet", "square foot"],
  ["square miles", "square mile"],
  ["miles per hour", "mph"],
  ["metric tons", "t"],
  ["metric tonnes", "t"],
  ["kilometers per hour", "km/h"],
  ["kilometres per hour", "km/h"],
  ["degrees celsius", "°C"],
  ["degrees fahrenheit", "°F"],
]);
