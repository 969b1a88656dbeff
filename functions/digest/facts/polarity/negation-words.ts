import { wordSet } from "../phrases.ts";
/** Words that turn a statement round. Sources: NegEx (Chapman et al. 2001) for English, the closed negators of the other languages. */
export const NEGATIONS = wordSet(
  "not no never none nobody nothing neither cannot without hardly unable " +
    "pas jamais rien aucun aucune guère nullement sans plus personne " +
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder " +
    "no nunca jamás ningún ninguna ninguno nadie nada sin tampoco " +
    "non mai nessun nessuno nessuna senza niente " +
    "niet geen nooit niemand niets zonder não nunca nenhum nenhuma ninguém sem inte ej ingen inga aldrig utan ikke " +
    "нет не никогда никто ничего без nie żaden bez " +
    "不 未 没 沒 非 无 無 değil yok asla hiç لا لم لن ليس ليست ما नहीं न मत ไม่ มิ",
);
/** Beside "no", "non" or "não" these say no more than "any": "no vi ningún barco", "no vi un barco". */
export const WITH_NO = wordSet(
  "ningún ninguna ninguno nadie nada nessun nessuno nessuna niente nenhum nenhuma ninguém",
);
export const NO = wordSet("no non não");
/** "Ne … plus", "ne … personne": negations only beside "ne". */
export const WITH_NE = wordSet("plus personne");
export const NE = wordSet("ne n'");
/** "Not only … but", "not limited to", "can't wait": no negation. */
export const NOT_NEGATING = wordSet(
  "only just limited necessarily merely solely least seulement nur solo soltanto alleen uniquement sólo só apenas",
);
/** Words that come with a negation and add nothing: "no longer", "ne … plus", "nicht mehr". */
export const WITH_NEGATION = wordSet(
  "longer more plus mehr más più mais any anymore ever yet still now 有 even at all niet meer mer ne n' ya já noch nog " +
    "encore ancora aún todavía ainda du de des",
);
/** Words whose place a negation takes: "often flown" → "never flown". */
export const REPLACED_BY_NEGATION = wordSet(
  "now still always also all some every both often sometimes usually once just souvent toujours parfois encore oft " +
    "immer manchmal noch siempre a menudo todavía sempre spesso ancora zawsze всегда часто sempre ofta alltid vaak " +
    "altijd alle einige tous toutes todos todas tutti tutte certains algunos alcuni alguns auch aussi también anche também",
);
/** What is not always or not quite so is so at times. */
export const LIMITS = wordSet(
  "always necessarily fully entirely completely immer stets unbedingt ganz vollständig toujours nécessairement entièrement siempre " +
    "necesariamente totalmente sempre necessariamente completamente altijd volledig alltid helt zawsze vždy",
);
/** "Less common": turned round by degree. */
export const LESS = wordSet("less moins weniger menos meno minder");
/** "isn't": a verb with "not". */
export const CONTRACTED = /n't$/;
/** "署名しない", "できません". */
export const JAPANESE_NEGATION = /(?:ない|ませ|なかっ|なく|ず)/u;
/** "않는다", "못했다": a verb that negates the one before it. */
export const KOREAN_NEGATION = /^(?:않|못|없)/u;
