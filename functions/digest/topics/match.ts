import { toldAs } from "../changes/order.ts";
import type { EditionChange } from "../edition/schema.ts";
import { figureChange } from "../facts/figure-change.ts";
import { isFound, queryOf, searchedIn } from "../text/search/query.ts";
import type { KeyPattern, Topic } from "./topics.ts";

/** Why something is in a selection. */
export interface Match {
  /** The topic's name. */
  readonly topic: string;
  /** What let it in, in words: `key court/`, `word sanctions`; empty if the topic asks for nothing. */
  readonly because: readonly string[];
  /** A figure changed by as much as the topic asks for: such changes lead. */
  readonly isFigure: boolean;
}

/** Why something is not in it: the first rule of the topic that it breaks, in words: `no key of court/`, `has the word "sport"`. */
export interface Refusal {
  readonly refusedBy: string;
}

/** Says what a topic lets in, and why. Made once a topic; each call is linear in what is told. */
export interface Matcher {
  change(change: EditionChange): Match | Refusal;
  /** Of something that is only named, by its keys: a cosmetic change, an unstable or a held-back story. */
  named(...keys: readonly string[]): Match | Refusal;
}

/** Why something passes, in words, or `""` where its topic does not ask; else why it does not. */
type Reason = string | Refusal;
type Rule = (change: EditionChange, told: () => string) => Reason;

/** Of that, nothing but the key is known. */
const ONLY_NAMED: Refusal = { refusedBy: "asks for more than keys" };

export function isMatch(found: Match | Refusal): found is Match {
  return "because" in found;
}

/** A topic that asks for more than keys lets nothing in that is only named. */
export function matcherOf(topic: Topic): Matcher {
  const keyOf = keyRule(topic.keys);
  const others = [
    wordRule(topic.words),
    notRule(topic.not),
    languageRule(topic.languages),
    kindRule(topic.kinds),
    figureRule(topic.figure),
  ].filter((rule) => rule !== undefined);
  const rules: readonly Rule[] = [
    ({ key, renamedFrom }) => keyOf(renamedFrom === undefined ? [key] : [key, renamedFrom]),
    ...others,
  ];
  return {
    change(change) {
      let text: string | undefined;
      const told = () => {
        text ??= searchedIn(toldIn(change));
        return text;
      };
      const because: string[] = [];
      for (const rule of rules) {
        const reason = rule(change, told);
        if (typeof reason !== "string") {
          return reason;
        }
        because.push(reason);
      }
      return matchOf(topic.name, because, topic.figure !== undefined);
    },
    named(...names) {
      const reason = others.length === 0 ? keyOf(names) : ONLY_NAMED;
      return typeof reason === "string" ? matchOf(topic.name, [reason], false) : reason;
    },
  };
}

function matchOf(topic: string, because: readonly string[], isFigure: boolean): Match {
  return { topic, because: because.filter((reason) => reason !== ""), isFigure };
}

/** A story that moved is under its former key too: who followed it there hears where it went. */
function keyRule(patterns: readonly KeyPattern[]): (keys: readonly string[]) => Reason {
  if (patterns.length === 0) {
    return () => "";
  }
  const refusal = { refusedBy: `no key of ${some(patterns.map(({ written }) => written))}` };
  return (keys) => {
    const found = patterns.find(({ matches }) => keys.some(matches));
    return found ? `key ${found.written}` : refusal;
  };
}

function wordRule(words: readonly string[]): Rule | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const refusal = { refusedBy: `no word of ${some(words)}` };
  const find = finder(words);
  return (_, told) => {
    const found = find(told());
    return found === undefined ? refusal : `word ${found}`;
  };
}

function notRule(words: readonly string[]): Rule | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const find = finder(words);
  return (_, told) => {
    const found = find(told());
    return found === undefined ? "" : { refusedBy: `has the word "${found.replaceAll('"', "")}"` };
  };
}

/** The first of these words that stands in a text. */
function finder(words: readonly string[]): (searched: string) => string | undefined {
  const queries = words.map((word) => ({ word, query: queryOf(word) }));
  return (searched) => queries.find(({ query }) => query.length > 0 && isFound(query, searched))?.word;
}

function languageRule(languages: readonly string[]): Rule | undefined {
  if (languages.length === 0) {
    return undefined;
  }
  const asked = new Set(languages.map(baseOf));
  return ({ lang }) => {
    if (lang === undefined) {
      return "";
    }
    return asked.has(baseOf(lang))
      ? `language ${lang}`
      : { refusedBy: `language ${lang}, not ${some(languages)}` };
  };
}

/** `pt` for `pt-BR`. */
function baseOf(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}

function kindRule(kinds: Topic["kinds"]): Rule | undefined {
  if (kinds.length === 0) {
    return undefined;
  }
  return (change) => {
    const section = toldAs(change);
    const kind = section === "added" ? "new" : section;
    return kinds.includes(kind) ? `kind ${kind}` : { refusedBy: `kind ${kind}, not ${some(kinds)}` };
  };
}

function figureRule(least: number | undefined): Rule | undefined {
  if (least === undefined) {
    return undefined;
  }
  const refusal = { refusedBy: `no figure that changed by ${Number((least * 100).toFixed(2))} %` };
  return ({ revision, lang }) => {
    const shares = (revision?.facts ?? []).flatMap((fact) => figureChange(fact, lang) ?? []);
    const most = Math.max(...shares);
    return most >= least
      ? `figure ${Number.isFinite(most) ? `±${Math.round(most * 100)} %` : "from zero"}`
      : refusal;
  };
}

/** Names in a refusal: of very many, the first say enough. */
function some(names: readonly string[]): string {
  return names.slice(0, MAX_ASKED_NAMED).join(", ") + (names.length > MAX_ASKED_NAMED ? " …" : "");
}

const MAX_ASKED_NAMED = 8;

/** Everything that an edition tells of a change, field by field. */
function toldIn({ headline, key, summary, gist, revision }: EditionChange): readonly string[] {
  const facts = (revision?.facts ?? []).flatMap(({ before, after, context, around }) => [
    before ?? "",
    after ?? "",
    context ?? "",
    around?.lead ?? "",
    around?.tail ?? "",
  ]);
  const edits = (revision?.edits ?? []).flatMap((edit) => [
    "before" in edit ? edit.before : "",
    "after" in edit ? edit.after : "",
  ]);
  return [headline, key, ...summary, gist?.sentence ?? "", ...facts, ...edits];
}
