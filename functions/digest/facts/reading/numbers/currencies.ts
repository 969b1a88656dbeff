import { wordSet } from "../../phrases.ts";
/** Symbols before or after an amount. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["￥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["฿", "THB"],
  ["৳", "BDT"],
  ["₦", "NGN"],
  ["Kč", "CZK"],
  ["Kčs", "CSK"],
  ["zł", "PLN"],
]);
/** Letters glued before a dollar sign. */
export const DOLLARS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: "USD",
    hk: "HKD",
    nz: "NZD",
    a: "AUD",
    au: "AUD",
    c: "CAD",
    ca: "CAD",
    r: "BRL",
    s: "SGD",
    nt: "TWD",
  }),
);
export const CURRENCY_CODES = wordSet(
  "USD EUR GBP JPY CHF CNY RMB INR RUB AUD CAD NZD HKD SGD TRY BRL MXN SEK NOK DKK PLN CZK HUF UAH ILS KRW ZAR SAR " +
    "AED THB BTC",
);
/** Words that stand before an amount. */
export const CURRENCY_WORDS_BEFORE: ReadonlyMap<string, string> = new Map([
  ["rs", "INR"],
  ["fr", "CHF"],
]);
