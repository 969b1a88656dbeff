import { STARTERS } from "./sentence-words.ts";

/** How far the beginning of a quotation is sought before its end, and who said it after it; in characters. */
const LONGEST_QUOTATION = 400;
const LONGEST_ATTRIBUTION = 60;

/** The mark that opens a quotation, by the one that closes it. */
const OPENER_OF: Readonly<Record<string, string>> = {
  "」": "「",
  "』": "『",
  "”": "“",
  "»": "«",
  "“": "„",
  '"': '"',
  "’": "‘",
};
/** Before the mark that opens it: what introduces a quotation, which then needs no attribution after it. */
const INTRODUCES = /[\p{L}\p{N}：:，,、]\s?$/u;

/** A Japanese quotation that its sentence continues: 「…。」と述べた. */
const PARTICLE = /^(?:と|って|など|との|——?)/u;
const CLAUSE = /^\s?([^。！？!?，、,；;：:.\n「『“”"（(]{1,40})(?=[。！？!?，、,；;：:.\n]|$)/u;
/** How the clause ends that says who spoke. */
const SPOKE = new RegExp(
  [
    "(?<!小)[说說](?:道|着|著|了)?",
    "(?<![访訪顾顧疑学學])[问問答写寫喊叫笑叹嘆]道?",
    "(?<![名职職])[称稱]",
    "(?:表示|回答|指出|强调|強調|补充|補充|解释|解釋|承认|承認|警告|呼吁|呼籲|坦言|透露|介绍|介紹|反问|反問|追问|追問|抱怨|感叹|感嘆|感慨|宣布|宣佈|认为|認為|回应|回應|预测|預測|证实|證實|否认|否認|反驳|反駁|质疑|質疑|建议|建議|提醒|批评|批評|保证|保證|承诺|承諾|直言|回忆|回憶|总结|總結|惊呼|驚呼|斥责|斥責)(?:道|说|說)?",
    "告[诉訴].{0,10}",
    "(?:話|述べ|語|言|答え|尋ね|聞い|叫ん|訴え|つぶやい|明か|認め|呼びかけ|問いかけ|振り返|伝え|求め|促|漏ら|嘆い|怒鳴|(?:強調|指摘|説明|コメント|反論|主張|警告|反発|質問|回答|宣言|発表|表明|予測|批判|抗議|約束)し?)(?:った|した|んだ|[たるうすだ]|する|ました|している|していた|っている|っていた|ている|ていた)",
    "話し|述べ|語り|言い|答え|尋ね|叫び|訴え|(?:強調|指摘|説明|反論|主張)し",
    "(?:말|밝|전|강조|덧붙|설명|물|답|대답|외|주장|지적|호소|당부|반박|경고|인정|예측|예상|소리|약속|비판|요구|발표|되물)(?:했|혔|였|었|쳤)(?:다|습니다|고|으며)",
    "말(?:한다|합니다|하며)",
  ]
    .map((verb) => `(?:${verb})$`)
    .join("|"),
  "u",
);
const THAI = /^\s?[\u0e00-\u0e7f]{0,40}(?:กล่าว|บอก|ถาม|ตอบ|เผย|ระบุ|ย้ำ|เล่า)/u;
/** "“Who pays?” Mayor Ada Lin asked the council." */
const NAMED =
  /^ (\p{Lu}[\p{L}.’'-]{0,20})(?: (?:\p{Lu}[\p{L}.’'-]{0,20}|de|del|der|van|von|bin|al)){0,4} (?:said|says|asked|asks|told|shouted|cried|wrote|replied|answered|added|called|yelled|tweeted|posted)(?=[.,;:]| (?:in|at|on|after|before|as|when|during|to|from|the|reporters|[a-z]{2,20}ly)(?![\p{L}]))/u;

/**
 * Whether a quotation that ends in a stop goes on with who said it: “……！”市长说, 「…。」と述べた, “Who pays?” Ada Lin asked.
 * One that a colon or a comma introduces is over. Looks at a bounded stretch on either side.
 */
export function goesOnWithSpeaker(text: string, stop: number, end: number): boolean {
  const opener = OPENER_OF[text.charAt(end - 1)];
  if (opener === undefined || end - stop < 2) {
    return false;
  }
  const after = text.slice(end, end + LONGEST_ATTRIBUTION);
  if (PARTICLE.test(after)) {
    return true;
  }
  return namesSpeaker(after, text.charAt(stop)) && !isIntroduced(text, stop, opener);
}

function namesSpeaker(after: string, stop: string): boolean {
  const clause = CLAUSE.exec(after)?.[1];
  if ((clause !== undefined && SPOKE.test(clause)) || THAI.test(after)) {
    return true;
  }
  const [, name] = /[!?…]/.test(stop) ? (NAMED.exec(after) ?? []) : [];
  return name !== undefined && !STARTERS.has(name.toLowerCase());
}

function isIntroduced(text: string, stop: number, opener: string): boolean {
  const quotation = text.slice(Math.max(0, stop - LONGEST_QUOTATION), stop);
  const at = quotation.lastIndexOf(opener);
  return at > 0 && INTRODUCES.test(quotation.slice(Math.max(0, at - 2), at));
}
