import { once } from "../../text/once.ts";

/**
 * Outcomes and directions that exclude each other, by axis: two poles, each a list of words; `*` stands for an ending. A
 * table of our own after the antonyms of WordNet 3.1, with their equivalents in the languages we read.
 */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [
    "rise rises rose risen rising increas* climb* grow grows grew grown growing gain gains gained jump* soar* surg* up higher höher* hoger more widen* accelerat* improv* expand* " +
      "augment* progress* hausse grimp* accélér* gestiegen stieg stiegen steigt steigen wuchs wächst gewachsen zugenommen erhöht* subió sube subieron subir subiu subiram crec* aceler* aument* salit* cresciut* " +
      "stijgen stegen steeg stijgt gestegen steg ökade ökat wzros* вырос* увелич* arttı yükseldi ارتفع ارتفعت وارتفعت 上涨 上漲 上升 " +
      "增加 上昇 増加",
    "fall falls fell fallen falling decreas* declin* drop* shrink* shrank shrunk lose loses lost slump* plung* plummet* slid slide slides down lower fewer less niedriger* lager narrow* slow* worsen* contract* dip* " +
      "baiss* diminu* recul* chut* ralenti* gesunken sank sanken sinkt sinken fiel fielen fällt abgenommen schrumpf* bajó baja bajaron bajar cayó cayeron caer disminuy* desceu desceram caiu caíram diminu* sces* calat* " +
      "dalen daalde daalden daalt gedaald sjönk minskade minskat föll spad* упал* сниз* azaldı düştü انخفض انخفضت وانخفضت 下跌 " +
      "下降 减少 減少 下落",
  ],
  [
    "surplus* überschuss excédent* superávit avanzo overschot nadwyżk* профицит",
    "deficit* defizit déficit* disavanzo tekort deficyt* дефицит",
  ],
  [
    "profit* gewinn* bénéfice* beneficio* utile utili winst zysk* прибыл*",
    "loss losses verlust* perte pertes pérdida* perdita perdite verlies strat* убыт*",
  ],
  ["▲ ↑ △", "▼ ↓ ▽"],
  ["pro", "anti contra"],
  [
    "convict* verurteilt* condamn* conden* condann* veroordeeld* skazan* 有罪",
    "acquit* cleared freigesprochen acquitt* relax* absolv* absuelt* assolt* vrijgesproken uniewinni* 无罪 無罪",
  ],
  [
    "approv* pass passes passed accept* adopt* backed agreed agree agrees ratif* endors* angenommen gebilligt " +
      "genehmigt zugestimmt approuv* adoptó adoptada aprob* aprov* aprueb* approvat* accettat* aangenomen goedgekeurd accueill* accolt* acogi* stattgegeben viabiliz* " +
      "przyję* godkände",
    "reject* fail fails failed refus* declined veto* abgelehnt lehnt lehnte verworfen rejet* rechaz* rejeit* chumb* débout* desestim* afgekeurd " +
      "respint* rifiutat* verworpen afgewezen odrzuc* avslog",
  ],
  [
    "won win wins winning victor* gewann gewonnen gewinnt gagn* remport* gan* ganó vinto vince venceu winnen wygra*",
    "lost lose loses losing defeat* verlor verloren verliert perd* défaite* derrota perso perdido pierde verloor przegra*",
  ],
  [
    "upheld uphold* affirm* bestätigt* confirm* conferm* ratificó bevestigd*",
    "overturn* struck quash* annul* revers* aufgehoben hob kippte revocó annullat* anul* vernietigd*",
  ],
  [
    "support* backs favour* favor* unterstütz* befürwort* soutien* soutenu* apoya* apoyó appoggia* sostiene steunt",
    "oppos* bekämpft s'oppose rechaza* lehnt",
  ],
  [
    "hire hires hired hiring eingestellt embauch* contrat* assunt*",
    "fire fires fired dismiss* sack sacked entlassen licenci* despid* licenziat*",
  ],
  ["positiv*", "negativ* négatif* négative*"],
  [
    "favourable favorable* favorevol* favorável favoráveis günstig* gunstig*",
    "unfavourable unfavorable défavorable* desfavorable* sfavorevol* contrari* contrário* ungünstig* ongunstig*",
  ],
  [
    "legal lawful zulässig légal* legale",
    "illegal unlawful unzulässig rechtswidrig illégal* ilegal illegale",
  ],
  [
    "open opens opened opening reopen* geöffnet offen öffnet* ouvert* ouvre* abiert* abre* abrió apert* apre",
    "close closes closed closing shut shuts ended finished geschlossen schließ* beendet abgelaufen ferm* terminé* clos close cerrad* cierra* cerró terminad* encerrad* " +
      "chius* chiude terminat* gesloten afgelopen avslutad* stängd*",
  ],
  [
    "manage manages managed succeed* gelang geschafft réuss* logró consiguió riuscit*",
    "fail fails failed scheitert* gescheitert échou* fracas* fallit*",
  ],
  [
    "safe sicher sûr sûre* segur* sicur*",
    "unsafe dangerous unsicher gefährlich dangereu* peligros* perigos* pericolos*",
  ],
  [
    "accident* unfall unfälle incidente",
    "attack* anschlag* angriff* attaque* attentat* ataque* atentado* attacc* attentato",
  ],
  ["suspect* verdächtig* sospechos* sospettat*", "victim* opfer* victime* víctima* vittim*"],
  ["confirm* bestätigt* conferm*", "den* denied reject* dementiert* bestritt* démen* desmint* smenti*"],
  [
    "alive surviv* lebend überleb* surviv* survéc* sobreviv* sopravviss*",
    "dead died dies killed tot gestorben starb mort morts décéd* murió muert* morto morti",
  ],
  [
    "allow* permit* legali* erlaubt* autoris* permis* permitid* permite* permess* toegestaan",
    "ban bans banned prohibit* forbid* forbidden barred verboten verboden interdi* prohib* vietat*",
  ],
  ["before vor avant antes prima vóór", "after since nach seit après depuis después dopo"],
  [
    "mandatory compulsory required obligatory verpflichtend obligatoi* obligatori* obbligatori* verplicht*",
    "optional voluntary freiwillig facultati* voluntari* facoltativ* vrijwillig optioneel",
  ],
  ["includ*", "exclud*"],
  ["increase* rais*", "cut cuts reduc* lower*"],
  ["有 有り", "无 無 没 沒"],
  [
    "somebody someone everyone everybody anyone quelqu'un jemand alguien qualcuno alguém ktoś кто-то",
    "nobody no-one none personne niemand nadie nessuno ninguém nikt никто",
  ],
  ["something everything quelque etwas algo qualcosa", "nothing rien nichts nada niente"],
  [
    "postponed rescheduled delayed verschoben reporté* pospuest* pospuso aplazad* aplazó adiad* rinviat* uitgesteld uppskjut* odłożon* odložen* přeložen*",
    "cancel* abgesagt annulé* annullat* geannuleerd afgelast inställ* odwołan* zrušen* zrušil*",
  ],
  ["both", "neither"],
  ["arriv* came llegó llegaron arrivó", "left depart* parti* salió partió"],
  ["for pour für por", "against contre gegen contra contro"],
  ["viv* vivant*", "dead muert* mort* morto morta"],
  ["abriu* abri*", "fechou fech*"],
  ["выигра*", "проигра*"],
  ["찬성*", "반대*"],
  ["올랐* 오르* 상승* 증가*", "내렸* 내리* 하락* 감소*"],
  ["przyj*", "odrzuc*"],
  ["friar frias friad*", "fäller fälls fälld*"],
  ["kabul", "reddetti ret reddedildi"],
  ["فاز فازت", "خسر خسرت"],
  ["जीते जीता जीती जीत", "हारे हारा हारी हार"],
  ["बढ़े बढ़ा बढ़ी", "घटे घटा घटी"],
  ["批准 通过 通過 可決 同意", "否决 否決 拒绝 反对 反対"],
  ["following subsequent next later", "previous preceding prior earlier"],
  ["upward* upwards", "downward* downwards"],
  ["faster quicker schneller plus", "slower langsamer moins"],
  ["legal*", "outlaw* criminali*"],
  ["friend friends ally allies", "enemy enemies foe"],
  ["approved approves", "considering considers considered"],
  ["confirmed", "rumored rumoured unconfirmed"],
  ["enabl*", "disabl*"],
  ["present", "absent"],
  [
    "releas* freed freigelassen libér* libera*",
    "detain* arrest* jail* verhaftet festgenommen arrêt* deten* detuv*",
  ],
  ["strengthen* stronger", "weaken* weaker"],
  [
    "start* began begin begins begonnen begann commenc* comenzó empezó",
    "end ended ends stop stopped stops endete beendet termin* finaliz*",
  ],
  ["import*", "export*"],
  ["buy buys bought", "sell sells sold"],
  ["maximum", "minimum"],
  ["inside", "outside"],
  ["true wahr vrai* verdader* vero", "false falsch faux fausse* fals*"],
  ["effective", "ineffective"],
  ["constitutional", "unconstitutional"],
  ["possible möglich posible possibile", "impossible unmöglich imposible impossibile"],
  ["guilty schuldig coupable culpable colpevole", "innocent unschuldig innocen* inocente"],
  ["grant* granted", "denied den*"],
  ["above", "below"],
  ["majority", "minority"],
  ["optimistic", "pessimistic"],
  ["success* erfolg* succès éxito*", "failure* misserfolg* échec* fracaso*"],
  ["join* joined", "leave leaves left quit*"],
  ["strong* starker", "weak* schwach*"],
  ["thaw* warm*", "cool*"],
  ["public öffentlich* publique publiques público pública pubblic*", "private privat* privé* privad*"],
  [
    "temporary temporarily vorläufig* temporaire* temporal* temporane* voorlopig* tijdelijk*",
    "permanent* dauerhaft* definitiv* définitiv* definitief",
  ],
  ["internal* intern* interne* interno interna", "external* extern* externe* externo externa estern*"],
  ["encrypt* verschlüssel* chiffr*", "decrypt* entschlüssel* déchiffr*"],
  [
    "partial* partiel* parcial* parzial*",
    "full fully complete* vollständig* total* complet* completo completa",
  ],
  [
    "add adds added adding ajout* hinzugefügt añad* aggiun*",
    "remov* delet* entfernt retir* supprim* elimin*",
  ],
  ["direct directly", "indirect indirectly"],
  [
    "active actively aktiv* actif actifs activo activa",
    "inactive passive passiv* passif passifs inactivo inactiva",
  ],
  ["ascending aufsteigend*", "descending absteigend*"],
  ["incoming eingehend*", "outgoing ausgehend*"],
  ["sender absender", "recipient receiver empfänger"],
  ["easy easily leicht facile* fácil*", "difficult hard schwierig schwer difficile* difícil*"],
  ["common häufig* fréquent* frecuent*", "rare seltene* selten rares rara raras"],
  [
    "better besser* mieux mejor* melhor* miglior* beter",
    "worse schlechter* pire peor* pior* peggior* slechter",
  ],
  [
    "free kostenlos* gratuit* gratis gratuito gratuita",
    "paid kostenpflichtig* payant* pago a-pagamento betaald",
  ],
];

export interface Pole {
  readonly axis: number;
  readonly pole: 0 | 1;
}

/** Shortest stem before a `*`. */
const MIN_STEM = 3;
/** Longest ending that a `*` stands for. */
const MAX_POLE_ENDING = 6;
const poleTables = once(polesByWord);

/** The poles of whole words, and of stems without their `*`. */
function polesByWord() {
  const [whole, stems] = [new Map<string, readonly Pole[]>(), new Map<string, readonly Pole[]>()];
  const all = OPPOSITES.flatMap(([one, other], axis) => [
    ...one.split(" ").map((word) => ({ word, axis, pole: 0 as const })),
    ...other.split(" ").map((word) => ({ word, axis, pole: 1 as const })),
  ]);
  for (const { word, ...pole } of all) {
    const [table, key] = word.endsWith("*") ? [stems, word.slice(0, -1)] : [whole, word];
    table.set(key, [...(table.get(key) ?? []), pole]);
  }
  return { whole, stems };
}

/** The axes of a word and the pole it stands for. */
export function polesOf(word: string): readonly Pole[] {
  const poles = [...(poleTables().whole.get(word) ?? [])];
  for (let length = Math.max(MIN_STEM, word.length - MAX_POLE_ENDING); length <= word.length; length++) {
    poles.push(...(poleTables().stems.get(word.slice(0, length)) ?? []));
  }
  return poles;
}

/** Whether a word says that something rose or fell: the first axis. */
export function isDirection(word: string): boolean {
  return polesOf(word).some(({ axis }) => axis === 0);
}
