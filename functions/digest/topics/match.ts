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

/** The first field of a topic that keeps something out; `more`: it asks for more than keys, of something that is only named. */
export type Refusal = "keys" | "words" | "not" | "languages" | "kinds" | "figure" | "more";

/** Says what a topic lets in, and what keeps out the rest. Made once a topic; each call is linear in what is told. */
export interface Matcher {
  change(change: EditionChange): Match | Refusal;
  /** Of something that is only named, by its keys: a cosmetic change, an unstable or a held-back story. */
  named(...keys: readonly string[]): Match | Refusal;
}

/** Says why a change passes, in words or without any; `undefined` if it does not. */
type Rule = (change: EditionChange, told: () => string) => string | undefined;

export function isMatch(found: Match | Refusal): found is Match {
  return typeof found === "object";
}

/** A topic that asks for more than keys lets nothing in that is only named: of that, nothing else is known. */
export function matcherOf(topic: Topic): Matcher {
  const others: readonly (readonly [Refusal, Rule | undefined])[] = [
    ["words", wordRule(topic.words)],
    ["not", notRule(topic.not)],
    ["languages", languageRule(topic.languages)],
    ["kinds", kindRule(topic.kinds)],
    ["figure", figureRule(topic.figure)],
  ];
  const rules = [["keys", keyRule(topic.keys)] as const, ...others];
  const asksForMore = others.some(([, rule]) => rule !== undefined);
  return {
    change(change) {
      let text: string | undefined;
      const told = () => {
        text ??= searchedIn(toldIn(change));
        return text;
      };
      const because: string[] = [];
      for (const [field, rule] of rules) {
        const reason = rule === undefined ? "" : rule(change, told);
        if (reason === undefined) {
          return field;
        }
        because.push(reason);
      }
      return matchOf(topic, because);
    },
    named(...names) {
      const reason = keyOf(topic.keys, names);
      if (reason === undefined) {
        return "keys";
      }
      return asksForMore ? "more" : matchOf(topic, [reason]);
    },
  };
}

function matchOf({ name, figure }: Topic, because: readonly string[]): Match {
  return {
    topic: name,
    because: because.filter((reason) => reason !== ""),
    isFigure: figure !== undefined,
  };
}

function keyRule(patterns: readonly KeyPattern[]): Rule {
  return ({ key, renamedFrom }) => keyOf(patterns, renamedFrom === undefined ? [key] : [key, renamedFrom]);
}

/** A story that moved is under its former key too: who followed it there hears where it went. */
function keyOf(patterns: readonly KeyPattern[], keys: readonly string[]): string | undefined {
  if (patterns.length === 0) {
    return "";
  }
  const found = patterns.find(({ matches }) => keys.some(matches));
  return found && `key ${found.written}`;
}

function wordRule(words: readonly string[]): Rule | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const queries = words.map((word) => ({ word, query: queryOf(word) }));
  return (_, told) => {
    const found = queries.find(({ query }) => query.length > 0 && isFound(query, told()));
    return found && `word ${found.word}`;
  };
}

function notRule(words: readonly string[]): Rule | undefined {
  if (words.length === 0) {
    return undefined;
  }
  const queries = words.map(queryOf);
  return (_, told) => (queries.some((query) => query.length > 0 && isFound(query, told())) ? undefined : "");
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
    return asked.has(baseOf(lang)) ? `language ${lang}` : undefined;
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
    return kinds.includes(kind) ? `kind ${kind}` : undefined;
  };
}

function figureRule(least: number | undefined): Rule | undefined {
  if (least === undefined) {
    return undefined;
  }
  return ({ revision, lang }) => {
    const shares = (revision?.facts ?? []).flatMap((fact) => figureChange(fact, lang) ?? []);
    const most = Math.max(...shares);
    return most >= least
      ? `figure ${Number.isFinite(most) ? `±${Math.round(most * 100)} %` : "from zero"}`
      : undefined;
  };
}

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
