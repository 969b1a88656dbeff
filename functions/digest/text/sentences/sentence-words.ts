/** Words that decide whether a full stop ends a sentence. All in lower case, without the last stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A name or number follows these: their stop never ends a sentence. */
export const NEVER_LAST = words(`
  mr mrs ms mx dr prof messrs mm mmes mme mlle mgr msgr sr sra srta sres dra hr hrn fr frl dott drs dhr mevr sig avv ing av
  gen lt lieut col maj capt cmdr cdr adm sgt cpl pvt brig ens
  sen sens rep reps gov govs pres supt insp det atty rev hon
  mt ft st ste dep dist
  vs v viz cf eg e.g i.e ie approx ca z.b d.h u.a bzw sog vgl inkl zzgl bzgl p.ex par.ex n°
  p pp ed eds
  т.е т.н г-н г-жа ул им тыс млн млрд напр см
`);

/** Of these, only "St.", "Dr." and "Sr." with a name before them may end a sentence: "Main St." is no saint. */
export const AFTER_NAME = words("st dr sr");

/** The stop after these belongs to the number that follows. */
export const BEFORE_NUMBER = words(`
  no nos nr nrs par n° núm num nº № p pp pg art arts sec secs bst ziff rn rz tz lit čl odst písm ust poz pkt inc zn § fig figs vol vols ch chap pag pág págs para cl ext op bd abs kap
  max mind min tel fax abt std
  abl gbl mbl gvbl gmbl bgbl lgbl rgbl bstbl stgbl banz
  jan feb mar apr jun jul aug sep sept oct nov dec
  jän mär mrz okt dez janv févr avr juil déc ene abr dic giu lug ott mrt
`);

/** These end a sentence only before a word that opens one. */
export const SOMETIMES_LAST = words(`
  mio mrd tsd bio ggf evtl bspw
  inc ltd co corp bros cos llc plc jr esq ph.d m.d b.a m.a d.c al uu
  u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.p.r.k p.r.c a.k.a r.i.p
  jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
  penn tenn tex vt va wash wis wyo ont que
  ave blvd rd bldg dept assn str
  г гг в вв руб коп ee.uu
`);

/** Abbreviations with a capital only: in small letters these are words, and end a sentence like any other. */
export const CAPITAL_ONLY = words(`
  gen col maj sen sens rep reps gov rev hon ens det brig ms mm hr st ft mt dep dist
  jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
  penn tenn tex vt va wash wis wyo ont que str ave
`);

/** Before "no" at the end of a sentence, not before a number: "They said no. 12 left." */
export const BEFORE_ANSWER = words("say says said saying answer answers answered voted");

/** German words before an ordinal: "am 12. Spieltag". */
export const BEFORE_ORDINAL = words(
  "am im zum vom beim ab bis seit der die das den dem des zur jeder jede jeden jedem ihr ihre ihrem ihren sein seine seinem seinen mein unser",
);

/** Words that, capitalised after a stop, open a new sentence rather than continue a name. */
export const STARTERS = words(`
  a an the this that these those
  i he she it we you they his her hers its our your their my one
  there here now then today yesterday tomorrow
  who what when where why how which whose
  and but or nor so yet for if as at by in on of to from with without within
  after although among amid another any because before between both during despite each either even every few
  following further however indeed instead last later like many meanwhile more moreover most much neither next no
  not once only other others over perhaps rather several since some still such than though through thus under unless
  until upon while whether
  nobody everybody somebody anybody everyone someone anyone nothing everything something none nowhere
  is are was were do does did has have had can could may might must shall should will would let
  according additionally also again earlier elsewhere finally furthermore nevertheless nonetheless officials
  people police critics experts analysts please mr mrs ms dr
  der die das ein eine er sie es wir ich und aber doch im am dies diese dieser danach dann niemand nach seit auch
  le la les un une des il elle ils elles nous vous ce cette mais et cela dans après personne
  el los las una ella ellos pero nadie según después también
  y o os as um uma ele ela eles mas ninguém segundo depois também
  lo gli nessuno questo questa dopo
  он она они оно это в во на но и а по после как что для при к с у из за от до мы вы я когда если также однако
  сейчас теперь потом сегодня вчера завтра его её их там тут здесь этот эта эти тот все никто
`);

/** What a person or a day does: a word of these after a noun makes it the subject of a new sentence. */
export const FINITE_VERBS = words(`
  is are was were will would has have had can could may might must shall should does did do isn’t isn't wasn’t wasn't
  say says said warn warns know knew tell told think thought make made take took get got give gave find found
  see saw come came go went leave left begin began begins bring brought brings mean meant means run ran runs
  rise rose rises fall fell falls hold held keep kept lose lost win won send sent feel felt stand stood
  met meet want wants need needs fear fears hope hopes miss call calls face faces show shows live lives
  cost costs look looks looked remain remains seem seems seemed mark marks become became becomes draw drew
`);
