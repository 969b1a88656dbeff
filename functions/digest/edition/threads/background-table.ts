/** Documents that the table was counted from; written by `bench/count-background.ts`, as all of this file. */
export const BACKGROUND_DOCUMENTS = 9_074;

/** `=` and a number: in how many documents each of the stems is that follow, rounded to half an octave. */
export const BACKGROUND_TABLE = `
=8192 att auf av che como da dan das del den der des det di du een ein el em en est et ett för het il ist
jest kan la le les med mit na não och om ou para por pour pued på que se sie som te till um uma un una und
une van voor zu är в для и испол на не с أن إلى از استفاده این با برای به در را شود على في من می ها های و که
یک する ます ー =5793 aan al als använda ao avec con d'un dass dei della dem detta dez dies dit einen ell er es
esser esto från für har im int kom können las mais más naar ne nel nicht nie niet oder os par pas più pod
ser si sich się sont su så von wen werden wie wird worden wordt zijn zum если из или к как котор может по
что это آن أخرى أو است التي ای برنامه شده صورت لا مع نظام هذا هذه هو يمكن کند یا から こと した して しま てい です 一个 使用
可以 =4096 aby ander andra använd archivo arquivo au auch aus autr ce configuración cuando cui dal dla einem
ejemplo está exemplo fichi gebruik gebruiken genom haben hebben heeft ihr isso jak jeśli kunnen lo lub ma
maar när också ogni ook otro outro peut przez quando questo qui sein seu sind sistema solo sono stat sua sus
são są también também tem você work za zal ze zoal êtr über że будет быть включ возмо досту други его их
можно настр некот от при работ разде систе также то устан чтобы أمر أي إذا إعداد استخدام اسم الذي باستخدام
بعد بيانات جميع دارد دبيان روی شبکه عملية عن عند فقط قد كل كما لكن ما ملف ملفات هایی هي يجب کنید あり され とが りま
るこ ショ スト ット ョン 場合 如果 系统 需要 =2896 aber ale all alla anarchist anderen argu behöv bei beispiel bestand
bestanden być cada caso cela ces cet class d'autr dateien deb dell denna desd dessa dos eft então equipo
esempio esta exempel exempl faz form forma gebruikt geen ha jako jego kein któr lijst lista maken mani mas
mean meer mesmo modo moet moeten mogą moż można muito mêm müssen n'est nach nella new nur otra outra peopl
pero po podem posibl possibil possono pow przykład pueden può rechn sem seus sin sobr social system systemu
systèm sät ta tien tim tot tout tutti tym uit upp usar used vara varj verwenden vez vilket wanne welk więcej
zou zur över а больш время вы выпол друго измен интер могут напри необх неско но о обычн он позво польз
помощ случа так файло этого этот أكثر أول أيضاً إلا إنشاء اجرا اجرای اگر باشد برخی بشكل بعض بين تالي تثبيت
تغییر تواند جهاز حالة حتى حزمة حساب خاصة خدمة داده داشته دسترسی دهد دیگر ذلك رایانه سابق شبكة شوند عادة عبر
عدة عمل غير قابل كان مثل مثلاً مخدم مدير مستخدم نصب نفسه نمایش نمی وجود يسمح کار کاربر کردن کرده いま いる があ では
とし ない れて ステ テム プロ ルを ログ ンド 使い 命令 安装 工作 用的 程序 这些 通常 =2048 ai alcun alguma algun alguno anch apena assim aussi
automatisch automatiskt aux bas becom bepaald bez bij bort będzi c'est capitalism capitalist chaqu ci cit
ciò così creat cualquy cuenta często dalla dati debian develop diferent différent disponibl diversi download
durch défaut economic einig ela eles end entr especial ess essa están estão even fact fait first flera
fonction forc fre gibt gli goed govern göra hac high http hur ich idea información informacji informati
informationen informazioni inoltr insiem install installeren jed kunna labour larg liv long mają mak meest
mehr mismo mogelijk måst naam następni nazwi necesita need niektór nieuw niż nodig nom nombr not nuevo
numero olika ond op ord padrão part pelo peuvent plac plusieur podcza point political pomocą problema produc
programu programów projeto przypadku qu'il qual qualqu quelqu quest questa ret revolution right réseau samma
san sarà sección section see senza seção sia sig small societi softwar sous spesso sposób stato stesso
stroni sul support supérieur tak taki takż tego tempo ter tiempo toda todo tra two tych tylko unt usado use
usual usuario usuário utan utilisé veel vengono verschillend verwendet vilken volta way weiter well wiel
więc word world wszystki zelf även автом более будут во време все данны добав докум должн допол есть её
запис запус инфор когда компь они парам получ после прове прогр произ прост разли следу содер созда специ
того тольк том у умолч управ устро файла файлы часто этом آخر أجهزة أحد أدوات أساسية أعلى أنه أنها أولى
إدارة إعادة اجازه اطلاعات اند باشند بالا باید بداية برامج برنامج بسیار بما تستخدم تسمح تشغيل تكون تمام
توانید جديدة جدید حالت حذف حزم حيث خدمات خلال دارند دستور راه زمان سازی سوف شامل صفحه صلاحيات طريقة طور
عبارت عمليات عندما فهرست قسم كانت لم مانند مباشرة مثال مجموعة معلومات ممکن نفسها هر هناك وصول پس پیکربندی
چندین کاربران کرد کنند ある いな うに およ くだ さい すが すべ せん その たと ださ って てく でき なら なる にな べて ませ よう ると れば れま ァイ イル クト シス
ップ ディ ネッ ファ ライ ルに ンタ 保存 信息 其他 可能 多く 没有 設定 =1448 aantal abschnit acesso act action ainda alguna altro
anarchism and anoth ant associat así automaticament automáticament avant bien bodi call caus chang claim
clear com common compt computador control cours dado datei datorn dess deux dev dezelfd diesem different dig
direct disco doc documentación documentazion documentação doen dus där då eerst einfach enhet eseguir exampl
exist finden flesta fois follow freedom fungerar general geïnstalleerd giv given good great group hand hitta
human ibland ihnen includ indem individual informaçõ innan innehåll installera interest kiezen któri których
kunt kör land lead lif lign låt línea maggior maioria man market mass mayoría meerder mehrer meisten mellan
move muy många möglich namen namn natur necessario netwerk netzwerk neu noch normalment novo något några
número oben often opción opção oraz organisat oth paramètr parti particular partir pela perché permet person
plik ponowni position pp precisa predeterminada problemen problèm processo progetto programmet projekt
properti proyecto puis put real relat result rul sedan seja self será show siguient simp skapa skriva soit
sollt sollten someth strumenti systeem sólo temp term theori thus tipo tous turn två unit uno usando user
utilisateur utilizzar użytkownika vaak vad vai vanligtvis var varia vec veja vill vinden visa vissa volledig
vous välj välja waarom war werken wszystkich wurd ya year zawiera zie zond än дейст же завис инстр каждо
нужно опред перед предо прило сдела сетев сети соотв спосо указа эти تر خودکار روش زیر شما فضای هنگام کاربری
یکی いで しな しょ とは など ょう よび るか る場 アッ コン トワ バイ プリ ユ リス ンを 一步 他の 列出 接続 操作 方法 的内 设备 选项 =1024 activiti actual allow
alway american area around authoriti back bolshevik build capital cas central certain condition consider
contain countri day decision discuss economi effect ensur equal fac fail far find found hard head help
histori hold i.e important increas inde indicat involv issu kind lack last lat law leav left less
libertarian lin littl look low manag mark memb nam natural necessari non numb obvious old open operat
organis plant play possibl practic present principl privat problem process production provid public question
quot reason remain requir revolutionari second seem seen set several short similar socialism socialist start
still stress strong structur struggl subject therefor think trad tru try union valu various wag want wat
whol writ =724 1 2 abl accord account agre aim air along america anarcho animal anti arm aspect attack
attempt away bakunin basis believ best bet book business car carri centuri citi civil clos co collectiv
communist communiti compani concern consist continu current deep defend demand democraci democratic design
desir destroy determin dictatorship differenc don due ear easi employ enough essential establish etc
experienc explain express factori fami fight firm flow food full function go grow happen hous ignor industri
industrial influenc instead institution keep key know kropotkin lenin level liberti light limit local main
maintain manage marxist mat material meet men militari modern money moreov mov near nev north noth occur
oppos opposition own pass pay period plan polici popular populat product profit protect rais read red reduc
reflect region reject replac resembl return ris rol root run russian seek sens serv servic shap shar ship
sid situat someon sometim sourc soviet specific stop strik suggest surfac taken things thought thre togeth
top treat typ understand using view vol whit workplac =512 3 accept achiev across addition advanc advocat
affect aid almost although amount analysis anarchi anyth appear appli armi ask assum authoritarian availabl
bad bank basic bear begin benefit black blood boss branch break bring british built cam capabl centralis
characteristic characteriz charg chief child children circumstanc cloth color combin committe communism
complet concentrat consid corporat correct cost council count cover cut death decid defenc degre delegat
detail direction discussion dominat draw driv earth eastern effort ele elect europ event evidenc exchang
exercis expect exploitat expression extend fall favour federat feel field final fir four french fundamental
futur gain gam generat genus going green ground growth heavi held hierarchi hierarchical hom hop hour
ideologi impos impossibl incom independent inequaliti informat instru international introduc job join
justifi known languag least legal leninist machin major majoriti marx mast meant measur metal method mind
name nat national next northern object offic official ones organ outsid pap participat peasant perhap
personal physical piec planet politic poor pressur pric program proletariat proudhon prov purpos qualiti
quick quit radical rat reach realiti receiv recognis regard regim relationship remov repeat represent
resourc rest rich russia saw scal school sell separat serious significant singl siz solution soon sound
south southern spac spanish speak spread stand studi substanc sup talk tend thing took total town tre
trotski unsurpris wealth western wheth wid win woman women wrong young =362 1917 1918 4 5 6 7 8 9 abiliti
abolish access activ ad advantag affair africa age agent agree alreadi alternativ ancient answ apparent
approach appropriat asia assumption avoid awar bar battl behind belong beyond big bit born bottom bourgeois
brown bureaucraci buy cell cent charact choic church collect command commun communicat competition complete
compos comput concept conclusion conduct conflict congress consequenc constant contract contrast controll
court cov credit critiqu cultivat cultur custom dark deal defeat defin deni depend deriv describ devic
difficult diseas distribution divid division drug dry e.g earli east economist educat effectiv election
eliminat elit encourag enemi energi england english entir environ equaliti equip european everyon everyth
exact existenc exploit extrem extreme eyes factor failur fair fals farm fear featur fill fin fish fit fix
friend front fruit gav german get goal god goes half heart heat henc historical hors ideal immediate impact
impli importanc individualist intend invest isolat john judg justic kill knowledg lay leadership learn led
let liberat like link liquid locat loss lost lov malatesta manufactur marxism mention middl min minoriti
monopo month moral mountain mutual narrow nativ needless negativ normal notion numerous objectiv obtain oil
operativ opinion opposit oppression origin original ownership paint past perfect perform perspectiv polic
possession possibiliti post powerful practical prepar press prevent previous privileg protest rank readi
record reform refus regular religious report representativ republic resistanc respect respons revolt riv
road rock room rothbard round sav scienc sea secret select seri sign simpl sit skill skin slav slaveri slow
soft solidariti somewhat spain speci special speech spirit stag standard star step stock stori street
strength student success successful sum surpris surviv task teach tell tendenci thin third throughout today
tool train travel tropical ultimate undermin unemploy useful uses varieti vision voluntari vot walk wall
weapon went west wide wing wish wood wors written yellow =256 10 1920 1921 20 abolition absolut abstract
accumulat acid acknowledg address administrat admit alon anyon ap appeal appearanc appoint aris arrang arriv
art articl assemb assembli assert assertion attach attention attitud ball began behavior beings belief block
blu board bolshevism bookchin bright britain broad brought bureaucratic capaciti centr centralisat chanc
chemical classical close cnt coast coat cold combinat commercial commit commoditi communal compar complex
compound conclud confirm confus connect consequent constitut consum contact context contradiction contribut
convinc crim crisis critical cross crush damag dang dangerous data david de dead debat declar definition
demonstrat destruction difficulti disciplin discover dismiss distanc distinct distinguish distribut door
dress drink drop duti earn eat edg efficient elsewher employe enforc engag engel enjoy ent enterpris entire
error essay evaluat evil except exclud expand explicit expos extensiv extent eye fabric famous fast fat fath
feed feet felt figur fil film financial fiv flat flaw fleet fly focus foot foreign formal format former
forth forward franc free ful fund gas genuin grant grown gun hair handl harm hat health hir historian hol
hot ideological improv independenc indian initial insid inspir intellectual internal intervention
introduction iron ironical island joint kept king kronstadt landlord largest leg liberal lies list logic
logical los lot makhnovist mal march massiv mental mere met mexico million model moment most moth motion
murray muscl music necessiti neo network night ocean octob opportuniti oppress ordinari ordinat organism
otherwis outcom paid pain parent passag pattern peac performanc pet philosophi pictur pleas politician
positiv potential poverti precise president primari print prison proclaim productiv progress project
proletarian promis promot propos protection publish pull pure quantiti rac rang rapid rational re reaction
rebel recent regulat relativ relative releas rent repression research resist responsibiliti responsibl
restrict rid roman sal scientific secur securiti seed seiz settl sexual sharp shop slight smooth soil soldi
sort southeastern southwestern spaceport specifi spr state stem ston stor strang strip styl subordinat
sudden suffer sufficient suitabl summari summaris sun suppli suppos sur surround syndicalist syndicat tabl
tall tax technologi temporari ten territori test thick thousand threat tissu tradition traditional transform
transformat troop truth tub tuck typical universiti unless unlik up urg vast vehicl vessel via victori
villag violat violenc violent visit voic wait warm wav weak wealthi week whatev will wind wond worn worth
wrot yes yield =181 100 11 12 15 1919 1936 19th 30 40 abandon absenc accompani accomplish acquir add adjust
administrativ adopt adult african agenci ago agricultural alexand alien angl annual apart apparatus applicat
arrange arrest artificial asid assign atmospher attribut australia austrian author automatical autonomi
averag balanc ban band beautiful bed bill bird birth blam blow boat bomb bon bound bourgeoisi box boy brain
bread breath bridg brief brok broken burn california campaign captain captur card careful cast catch chain
challeng cheap check china chomski choos christian circl citizen classificat clean climb clust cod coercion
collection collective coloni combat compet competitiv component compris confederat conferenc conquest
conscious consciousness considerat consistent construct construction consumption content continual
continuous contrari convert cook corn correspond criminal criticism crowd cultural curv cycl danc dat decad
declin decreas degenerat depart dependent deposit desert despit disappear discov disord display distort
district doctrin docu dog dominant doubl doubt drawn driven ecological economical ed edibl effective
efficienci electric electrical embrac emerg emma emotional emphasis empti enclos engin enter equat erect
escap eventual evolution excellent excessiv executiv expens experi expert external extract famili fashion
federal fell fellow femal fing finish floor fluid forest fought foundat framework frequent fresh garden
gather georg germani glass gold goldman gradual grain greatest greek grey guarante guard guid hang happi
hear heard hemispher herb hid highest hit humaniti hunt husband ice identical identifi ii ill illegal imag
immediat imp imple implement implicat india inevitabl inflat inform informal inhabitant inherent initiativ
insect intens ita italian jam july jump labor lak length leninism lesson liberalism lik lock loos machineri
mainstream makhno mechanical mechanism medical medicin medium membership mer messag michael militant militia
minor minut miss mission mistak mix modifi motor mouth musical myth navi neck net newspap northeastern novel
nuclear observ occupat occupi off offer opponent option orang organic organiz organizat out output pacific
pag pair pal parallel paris park parlia partial particl path patient paul perennial permanent permit
petrograd pick pink pitch plat pleasur pol port possess pre predict presenc preserv primitiv pro probab
productiviti professional prop propaganda punish pur purchas purpl pursu push quiet radiat raw realis
rebellion referenc refut regardless regional religion rep repair reserv respond retain revers reward risk
roll ros rotat rough sad salt say seat sector send sent sever shall shell shift sho shown shrub signal sing
six sky slend sol sold solid solv son spe spend spent spit spontaneous sport spot squar stalinism statism
statist status stay steel straight stream strict subsequent substantial suit superior suppress sure surplus
syndicalism tactic tail tast team technical techniqu temperat temperatur text thank theoretical threaten
tight titl ton touch track transmit transport trotskyist troubl trust unabl understood unfortunate universal
unknown unlike upward usa valuabl vanguard vari warn wast watch weaken wear weath weight welfar wheel wif
wild william window won york yourself =128 13 14 18 19 1905 1930s 1970s 1980s 21 22 23 24 25 50 60 90
abnormal absorb abus academic accident accus activist actor adapt afford agricultur aircraft alcohol alienat
allianc allocat analys anarchistic appendix april arch artisan artist asian assist atlantic atom attain
attend attract australian authoritarianism autonomous awareness babi backward bargain bark barri baseball
bay bc beat behalf behav behaviour bell berkman bind blad blind boil bond boom bord bought brings broth
bureaucrat calculat camp canada candidat cap cargo catholic caught caviti ceas celebrat centralism chair
channel chil chines chosen circular circulat classic climat cloud club coal coars collaborat collaps colleg
column commission competitor composition comrad conceal conception concret condemn confin confusion
connection consent conservativ considerabl constituent constitution contribution cool copi cor cord corrupt
cotton creativ crew critic crop crown cry debt decentralis decorat decre defens deliberate denial denounc
dens depression depriv depth determinat dictat die died din disagre discharg dispos disput dissolv
distinction distortion doctor domestic downward dream dull dynamic ecologi electronic elevat emancipat
emotion empir empirical enabl enormous enrich entertain entitl environmental equilibrium equivalent errico
essenc estat estimat ethic ethical eurasian evergreen everywher evolv examin exception excess excus execut
expansion explanat explor expropriat extra faciliti faith faq fascism fascist favor februari fib financ flag
flavor flexibl flight float flower fold foliag forget formulat fourth fragrant fram friedman fuel furnitur
gar girl gon grass grew gulf habit hall harmful height hill hind hollow honest honor horizontal hospital
host hostil hug hundr i'll illness imagin improve in incapabl inclin indirect individualism individualiti
induc inevitab infant infection inferior inhabit initiat injuri instanc instruction insurrection intelligenc
intention interpretat invad invent investigat ironic irrelevant item japan japanes joseph journal justificat
keen knew laid laissez large launch leaf legislat legitimat lie lift limb limitat lip listen load loan
london loud lying mammal mandat marin marri marriag match maximis mcnal meat media mediterranean memori
merchant mid mil milk mill mineral mixtur mod molecul moscow mount movi naturaliz negotiat nerv nervous noam
nois nonsens northwestern nos notic obedienc obey objection obligat occasion od offensiv oneself orbit order
organisational originat ornamental ourselv overall overcom overthrow oxygen pack pad peaceful perceiv
personaliti pertain photograph phras physic pin pip pirat plain plastic platform plus poet poison pollution
portion prais preced preparat prevail principal procedur proceed proportion proposal protectiv provinc
provok psychological publicat quart radio railway rain rar rare ray rear recall recogniz recommend reddish
reduction ref reformist remark rememb remember representat repress reproduc republican require resolution
resort restaurant restor restriction reveal revert review rhetoric richard ring robert rom roof rop rub
rural sacrific saf sail sailor sand satisfi scen schem scientist search season servant seven sex sheet shock
shoot shot should showi sight similariti sleep slogan slop smell smok snow song sorri sought sovereign
specializ spik spin spiritual split spok stabl staff stalin stalinist stalk steadi stick stiff stimulat
stood storm str strategi strengthen stretch submit subscrib substitut succeed suff sugar suggestion suprem
suspect suspend sweet swp symbol symptom tap target teeth television terminal terribl theft thread throw
tini tip toil tolerat tongu tow traffic transf translat twist tyranni uk ukrain ultimat underli unequal
uniform uniqu uniti unpleasant unusual upris urban utilis utiliti utter valid valley vegetabl version
vertical vic victim virtu visibl volum wander wash widespread wings wint wir wool workshop worri worship
wound =91 16 17 1923 1937 1960s 1973 1975 1979 1980 1989 1990 1990s 200 20th 26 27 32 36 37 52 70 80 abrupt
absolute abundant accelerat acceptabl accommodat accordanc accurat achieve active additional adequat
adjacent administer advertis advic ages aggregat agitat ahead airplan albert alleg alli alternat ang announc
appl applicabl appreciat approv approximate aquatic arbitrari architectur arctic aromatic arous arshinov
asiatic aspirat asset assistanc assur attractiv audienc august automobil autosav avrich awkward axis
background bacteria bag bak basical bat beam beauti belt beneath benjamin berri besid betray billion biologi
biological bor borrow bottl boundari bow bowl breast brilliant brinton bulk bush busi canal canc
capitalistic carbon carv cash cat categori cattl chamb chemistri chest circuit civilian classifi cliff
coastal coerciv coffe coin collectivist colorless comparison compell compensat complicat compromis conceiv
confidenc conform consolidat contest contradict contradictori conventional conversat convey coordinat cop
coupl crack cream creatur creep criteria crystal crystallin cup cur cylindrical daught decay deciduous
decisiv deed defect definit definite delay deliberat deliv deliver description deserv designat desirabl
despotism destructiv detach detect devot dictatorial diff digniti diminish director disast dish disk dissent
distant distinctiv disturb divin dogma dollar doom dozen dust dwell echo eco eds edward eg egalitarian egg
eight elaborat electriciti electron elongat emergenci emit empower engine enlarg entranc entri era everybodi
everyday ex exaggerat examinat exceed exceptional excessive excit exclusiv exclusive execution exert exhaust
exhibit expectat expensiv exploitativ explosiv exposur extension extinct fai familiar fasten fatal fault
feath fenc fev fifth flatten flesh fleshi flood florida flourish football fortun frequenci furnish galaxi
gap gat gath gear gen genera genetic gestur giant gift glad gland global glossi golden golf governmental
governor grad graduat grasp graviti greec greenish guest hai hairi harmoni harsh harvest healthi henri hero
hidden historic holy hook hostiliti hotel household hundred hung i'v identiti ignoranc illusion illustrat
imaginat imitat imperialism implicit import impuls incorporat incorrect indi inflict ing inherit injur
injustic innovat input insert insight insist insuranc insurgent integrat intensiti interaction interfer
interferenc interior interpret interval interven invasion investor ireland irrational irregular israel
januari jaw jew jewish jok judge judicial juic jun karl kingdom kne latin lawi leath legislativ lend
libertarianism librari likewis literari literatur lob log lord louis lowest luck lung magazin magnetic mail
manifesto manipulat map margin marginal mari martin mathematic mathematical maximum meal meaningful measure
medicinal medieval melt membran menshevik mexican mild minimal minimum minist mis mislead missil moderat
mold monarchi monetari monopolis mood moon morn morrow motivat mud multipl murd murder muslim mutualism
mutualist nail naval negat neighbor neutral nineteenth nod novemb nut oblig obscur observat obstacl
occasional occupanci onward oppressiv oral orthodox outlin outward overwhelm pac painful pamphlet
parliamentari participant partn passeng peak peasantri penetrat peninsula percent permission persistent
personnel petti phas phenomenon philosoph physicist pier pig pilot pleasant plot plural pocket poisonous
polish pool pop portray possib potato pound powd practis prediction pref prefer preferenc prejudic premis
prescrib pretti prim prior privatis profession profound progressiv prominent proof proper proprietor protein
proven psychologi purplish queen racem rag railroad ran recognition recruit rees refer reinforc rejection
relevant reli reliev rend replace request resistant resolv retreat ridg rigid rob rocki rod rout row ruin
rush sacr safeti saint salari scar scarciti scent scholar scop scor scotland scottish screen seal secretari
sees seizur senat sentenc sequenc settle shad shallow sheep shor shrubbi shut sick signifi silent silk silv
simultaneous sist slump smash smil smith snak snapshot socialisat sole somebodi somehow soul spar specialist
specifical speculat spher spini spoken spoon squeez stack steal steam stomach storag stout strain struck
structural succe superficial suppression sustain sweep swim sympathi systematical tank taxat tear telephon
tenant tension terrestrial terror terrorism terrorist testa theat them thoma thorough thrown timb tir tooth
topic tough tourist toxic trac tract tragedi trail transaction transfer transition transmission transportat
trap trend trial trib trip truck trunk tuft turkey twenti u.s undergo underground undertak undoubt unexpect
unionism unjust unstabl usuri ut validiti variabl variat vein vest viabl viewpoint vigorous vin virtual
volin warship washington we'll weakness web weed welcom wet wherebi witness wooden woodi workforc worst
worthi yellowish youth zealand zero =64 103 123 16th 170 17th 1848 18th 1900 1910 1914 1920s 1922 1930 1931
1933 1939 1945 1968 1970 1974 1976 1982 1986 1987 1991 1992 1993 1994 1995 1996 1997 1998 2000 2001 2002 28
29 2nd 31 33 34 35 39 41 42 43 44 45 46 47 48 49 51 53 54 55 57 59 61 62 63 65 66 72 75 79 81 82 85 86 95 99
abroad abstraction absurd acceptanc accidental accountabl accustom acut adam adher administ adventur advis
affiliat afraid agenda aggressiv alarm alaska alcoholic aliv alondo alongsid alpha alt alter amaz amongst
anew angri answer anticipat anxieti anyway approval approximat architect argentina arizona armor aros arteri
artifact artistic assassinat assault assembl astronomi athlet atmospheric atomic atomis autocratic autumn
barcelona bare barrel beach bean beer beg begun bend bent betrayal bid bishop blast bluish bob both brazil
breakdown breed broadcast brownish brush brutal bud budget bullet burden buri burst but cak calm camera can
caplan care cart catalonia cav celestial ceremoni champion chao chapt charl chees cheka chemist chicago
chicken chip christianiti christma chronic civilisat civilizat clash claw clay clock coalition coextensiv
combustion comfort commerc commissar compact compatibl compel complain complaint compress concert conscienc
considerab conspiraci constellat constructiv contemporari contempt continent contraction convenient
conviction coral cosmopolitan countrysid coup courag crash crucial currenci cylind daniel dar dawn dealt
deceiv decemb decentralisat deck declarat decorativ dedicat defensiv deficienci delicat deliveri democrat
democratical denot dense dependenc depress deputi descend descent destinat deviat diatrib differentiat
dimension dirt dirti disadvantag disagree disappoint disband discontent discoveri discredit dislik dispens
dispers disposition dispossess disrupt disruption dissident distress disturbanc divers diversiti divorc dna
dock doubtful draft drain dramatic drew drift drill dron droop drov durat durruti dutch earthquak eas eaten
edition educational ego egypt electioneer electoral electromagnetic elementari embarrass embodi emperor
enclosur endless endow enforce enhanc enslav enthusiasm entiti entrepreneur envelop enzym escort ethnic
eurasia evident excite exil expell explod explosion export expound extraordinari facilitat faction fallaci
fallen fan fatti fed federalism feminist fertil fertiliz feudal fiction flam folk fool forceful forev
forgotten fost frag franco frank freight freya frighten fring fulfill functional fungi fur fus gambl
generalis generous geographical glanc globalisat graceful grand greet greyish grind gross guess guilti gum
habitat habitual ham handful hangar happiness harbor harden hardi hatr hayek heal heaven heel hell herbert
highlight hing hopeful horizon horn horror howard hull humor hurri hydrogen i'd identificat idl ignorant
imaginari immens immigrant immun impair imperialist imposition impoverish impression impressiv imprison
inabiliti incentiv inch incident incidental incompatibl index indifferent indispensabl inefficient inflammat
influential instant institut institutional insult insur intelligent intent interact intermediat intestin
invention inventor invit ion irish ironi irritat jacket jesus journey joy juri katya keynesian kick kidney
kitchen knif knock knot korath label laboratori ladi lamp landown landscap latest laugh leagu leap leatheri
lectur legaci len linguistic lit literal livestock localiti loop lower lucki manifest mankind manual
marginalis marsh marshall martial mask mathematician matur mauric max mayb meaningless merchandis merg merit
metallic microorganism minimis miracl mirror miseri moist monopoli moraliti motiv muscular musician
mythologi nak nationalis nationalisat nationalist nearbi needl neglect neoclassical nic nin nobl nocturnal
noisi norm northwest nowher nozick nucleus nurs occurrenc odd odor offend offspr okay oliv opera oppressor
optical ore orientat orna orthodoxi ought outlaw outstand overlook overnight oxid palij palm pan parasit
parasitic participatori partisan passion passiv patch patent pen penalti percentag perception periodic
perpetuat persuad petal phenomena philosophical photographic physician piano pil pinochet pit plum poem
poetri pollut pond pos postpon pot pray preach precious predominant presumab pretend prick princ prioriti
priz proce professor profitabl prohibit projection prolong prompt pronounc propell proposition prosperiti
provincial provision provisional pry pug pump pursuit qualifi quarg racial radioactiv raid rail random ratio
react reactionari realisat realistic realiz reasonabl recession recreat rectangular refin reflection refusal
reign relax relief rely remarkabl remot removal render renounc repli repressiv reproduction rescu residenc
resident resin respectiv restrain restraint revenu revolv rib rip rival rocket royal rudolf rug safe sak
sampl sanction sat satellit satisfaction sauc scarlet scatter schedul secondari seg selection semi sensat
sensibl sensitiv septemb serg shaft shak shakespear sham shed shelt shield shin shini shout sic significanc
silenc silveri skew skirt slang slic slid slip smallest soap socialis socio solar solitari somewher
sophisticat soup southeast southwest sovereignti spell spinal spiral spor spy stagnat stain stak stamp starv
statesman statistic statistical steep stir stirn stitch stolen strange striv strok stuff stupid subjectiv
subshrub substitution successiv suffrag suggestiv sunlight surgeri surgical surrend survival swallow sweat
swell swift swing sword syllabl sympathetic synthesis synthetic systematic talent tariff taught tea
technological teenag temporal tennis tenth terminat territorial texa textil thatch therebi thirti throat
thrust tid tie tied ties tobacco toes tomorrow trait transparent travell treati triangular trick trim
triumph tropic tubular tun tv twic twin ukrainian uncertain uncertainti understandabl undesirabl unfetter
unfortunat univers unnecessari unrest unwill upright urin usag useless uterus utopia utopian vacuum
vanguardism vegetat verbal vers versa vertebrat victor violet virgin virus visitor visual vital volcanic
voltag volunte wak ward warehous warfar wax we'v weav wed whenev wherea whitish willingness wis wisdom
woodland woven wrap yard you'll you'v yourselv zon =45 101 102 104 105 106 107 109 110 129 130 135 137 139
13th 140 141 150 154 155 157 171 179 180 1840 187 1870 1871 1872 1876 1880 1880s 1881 1882 1883 1886 1892
1893 1898 1899 1901 1902 1903 1904 1906 1907 1908 1909 1911 1912 1913 1924 1925 1926 1927 1928 1929 1932
1934 1935 1943 1948 1950 1950s 1956 1960 1964 1965 1969 1971 1972 1977 1978 1981 1983 1984 1985 1988 1999
1st 2003 2004 210 300 38 3rd 4th 500 64 67 68 69 6th 71 73 74 76 77 78 83 84 87 88 89 8th 91 92 93 94 96 97
98 abdomen abdominal absent absorption accurate accusat activat actress adherent admir admiral admission
affection afflict afterward aged aggression airport alga alloy altitud altogeth ambition amend amino analogi
analyz anatomi ancestor anchor anesthetic angel animat annoy antagonism anterior anthologi antibiotic
anywher apologetic apologist appendag appetit applianc arab arbitrat archaic arrow articulat artilleri
ascend ash assistant attraction austria authoriz automatic await awaken award bacterial ballet baltic
bankruptci barricad basal basket basketball bath batteri beaten befit beforehand beneficial beverag bibl
biggest blanket blend bless bloodi bloom blossom blunt bold bolst bolt boni boot boston brand brass bre
brick bubbl bulb bunk burrow bus bushi button cabinet cabl cag calcium cambridg canadian cannon capabiliti
caribbean carnivorous carol carolina carpet carriag castoriadis casual catalan ceil cement centralist
ceremonial chairman characteris chariti charm chart cheek chess chew childhood chilean chop christ chromosom
cigaret clarifi clark claus cleyr client closest coerc coherent coil coincidenc collar colleagu
collectivisat collectivism colorado comfortabl commonplac commonwealth compart comple complexiti compulsion
concession conductor confederal confident conformiti confront conical conquer consistenci conspicuous
constitutional consult continuat convention conversion convict cooperat correlat corruption counteract
counterpart cow craft crat creami creativiti crest criticis crud cruel crust curious curl curtain damp
decent deem deepen degrad deiti densiti departur derivativ desk despair desperat devastat devis devotion
dialect diamet diamond dictionari diet differ diffus dilemma dim dimensional dioxid dip diplomat diplomatic
disabl disapproval disastrous discourag discriminat dishonest disillusion disposal disprov disregard divert
document dom domain dominanc dot doug downplay drag drama dramatist drap drum duck dump durabl dwarf dye eag
edit editor effectiveness elastic elegant elitist embryo emergenc emission emphasiz empow endur energetic
engineer engrav enlighten enlist entail entrust erod erosion eternal evacuat evolutionari exam expenditur
experimental externaliti facial factual faculti faint famin fanci farb favorabl favourabl fee fern fetus
feudalism few fibrous fifti fine firearm fist flap flash flexibiliti flour fluctuat focal fod foolish
formula fossil foul fraction fraud freez freshwat friction friendship fronti frozen frustrat fry fungus
furnac furthermor gang gasolin gdp genius genuine geological germ getzl glob glori godwin grac grammatical
grap graphic grassroot grav gre grief grim grip groov guild guilt guinea halt headquart hebrew henwood herd
herman heroic highway hinder hindu hitl hockey holiday homestead hopeless hormon hungri hurt hyperspac
hypocrisi hypocritical hypothetical iceland ideologu iii illuminat imperfect impress inaccurat inadequat
incidenc incomplet inconsistent indigenous individualistic industrialis industrialisat industrialist
infamous infect infectious inflammatori ingredient inheritanc inhibit inject ink innocent insecuriti
instabiliti instinct instrumental insufficient insulat integral intense intensifi intentional internet
interrupt interruption interview intimat intimidat invisibl invok involuntari involve inward iran iraq islam
islamic jail jazz jet jewelri jos journalist judaism jurisdiction just keyn kid kilomet kings knight knit
kor korea labell lad larva lateral laught lawn leafi leaflet lean leas legend legislatur leisur lemon leon
lev liabiliti liabl licens lightweight linear linen liquor live loose loyalti luxuri magnitud maintenanc
malet manifestat manuscript mar marketplac martyr maturiti maxim meanwhil mechanic mediat medicat meltz
mentaliti mess metabolism microscop migrat milki milton misrepresent mississippi mistaken mitchinson
mobiliti mock mockeri moistur monarch monasteri monitor monk morris moss mountainous movabl mr mucous
multitud municipal museum mushroom narcotic nasal nationalism nationaliti nautical navigat nazi nearest
necessitat neighbour neighbourhood nest nestor nevertheless nitrogen nobodi nominat noun nourish novelist
obsolet obstruct obstruction offens oily oldest orient outbreak outdoor outfit outlook oval ovari overhead
overlap overthrown overview oxford packag palac panel panicl pateman patron paus pav peculiar peirat perfum
periodical persian philippin physiological pianist pinkish pinnat pione pioneer plenti plug poland policeman
polit poll portabl portrait positive postulat power powerless precipitat precis pregnanci preliminari
presentat presuppos prey prid priest private privatisat promotion propagat prophet proportional prospect
prosperous prostrat protestant proud pulp pungent quo racism rand rationalis raven reagan reap rebellious
reciprocal reconstruction reformism refrain regist regret rek remedi remind renew reorganis repetition
reputat resent resign respiratori retail retir revis revision rhythm ric ridiculous rifl rig rigorous rim
rings riot risen rit ritual roast robberi robinson robot romantic rot routin rust saddl salad sam samuel
scan scot scrap scream screw sculptur secretion sect selectiv senior sensor servil servitud session severe
sew sexism shadow sharehold shipyard shirt shortag shorten siberia sil silki sincer sink sir skeleton sketch
skull sland sleev slightest slim snap soak socialistic sodium solubl solvent sour spatial spectacular
spectrum spill spoil sponsor spontaneiti spur srs st stabiliti stark starship starvat static statu stifl
stimulus strand strap strata straw strongest stuart stuck sturdi subdivision subjection subjugat submerg
submission subtl subtropical succession succulent suck sunday superioriti supervis supremaci surgeon
surveillanc survey suspension swamp swept switch symbolic tactical tal tan taper telescop templ tempt tent
terminologi terraform testimoni textur theatrical theologi theologian theorist thesis thicken thigh threw
thron thumb ticket tin ting toe tomato toni tortur totalitarian toy trademark transnational tribut tributari
trivial trous trumpet tsarist tumor tunnel twelv twentieth unavoidabl unchang unconscious uneven unfair
unifi unload unnatural unrestrict unwant upset users ussr vacat vagu valv vapor velociti ventur verb vernon
vibrat vietnam virginia vitaliti vitamin vocal voltairin wagon walt warrant warrior webpag weigh whal wheat
wherev whip whoev wield wilderness wip wit with withdraw withdrawal withstand wolf wonderful wor workman
workmen worldwid yarn zin zinoviev =32 0 10,000 1000 108 10th 111 112 113 115 116 117 118 119 11th 120 121
122 124 125 126 127 128 12th 131 132 133 134 136 138 142 143 144 145 146 147 149 14th 151 153 158 159 15th
160 162 163 169 172 173 174 176 177 178 181 183 184 1840s 1850 1851 1852 1854 1857 1859 1860 1861 1862 1863
1864 1865 1867 1868 1869 1873 1874 1875 1879 188 1884 1885 1887 1888 1889 189 1890 1890s 1891 1894 1895 1896
190 191 1915 1916 192 193 1938 1940 1941 1942 1944 1946 1947 1949 1953 1954 1955 1957 1958 1959 1961 1962
1963 1966 1967 197 199 2005 204 206 211 212 213 215 221 223 225 226 240 246 248 250 251 255 258 259 273 56
58 5th 7th 9th abdicat abel abid abnormaliti aboard abortion abstain accent accessibl accessori accru
accuraci acoustic acquisition activism adaptat adhesiv adjectiv adjustabl admirat adorn advers affiniti
affirm afghanistan afternoon agrarian agreeabl alan alert align alik allegianc almond alphabet alpin
aluminum ambassador ambiguous ammonia ammunition ampl amplifi amus andrew angular ankl annihilat antenna
anthropologi anthropologist antibodi antigen antiseptic anxious anybodi apathi apex apostl arabia arabian
aragon aragón arboreal arc archipelago archiv arid aristocraci arrival arrogant arthritis arthropod arthur
assess assimilat astronom attendant attributabl authentic authoritativ aves axiom ayn b.1 b.4 bacterium
balloon ballot bang barb barn barrack barren basin beak beard beef bees bel belgium benevolent berlin bestow
bia bias biblical bicycl biennial biographi biologist bizar blank bleach blindness blockad blown bog bombard
border botani bother boycot bract brak bred breez brew brian brim bristl brittl bronz bull bundl bureau bust
c.7 c.n.t caf calendar cancel candi candl canva canyon capita capsul carbohydrat carbonat cardiac cardinal
careless carpent casa castl catalyst caution cellular censorship cereal cerebral certainti certificat chas
cheat cheerful cherri childbirth chin chocolat chok chos christi christoph cigar circa civilis classless
cleans clergi clergyman clev click clip cloak clot clump clumsi cluster coach cognitiv coincid colin
collectivis collectiviti colloquial colon colonial colorful colour columbia comb comedi comic comment
communistic companion comparabl comparativ competent completion comprehend comprehensiv compulsori concav
conced conduciv confirmat confiscat congenital congregat conif connectiv consensus consonant constrain
constraint contaminat contestant continental continuiti contraceptiv controversi conven convex convoy
cornelius corp corps correction correspondenc cortex cosmetic costum counti cousin covert crazi crimson
crippl cris crisp criticiz cruis cub cuba culminat cult curiositi curs cushion custodi customari czech dam
damn danforth darkness dash dean dear debunk deception declass deduction deer defectiv defendant deficient
degradat delight delusion demolish denikin denominat dentist depict deregulat descendant despotic dessert
destini detectiv detergent deteriorat devoid diabet diagnosis diagonal dicotyledonous differential digit
digital dilat dir directiv disagreeabl disc discard discomfort discount discours disempower disgust
disintegrat dismantl dismissal disobedienc displac disseminat dissolution distrust div dividend documentari
dolgoff domesticat dorsal dough drastical drunk dual dubious duct duplicat dying dynasti earnest
ecclesiastical ecosystem editorial egoism egyptian eject elbow eld elder elector electrod elephant ellerman
emanat embed eminent enact encount encounter encourage endeavour endors enlarge enthusiastic envi envision
epiphytic episod erupt esteem evad eve evok excavat excellenc exclusion excommunicat existent exit
expedition experimentat extensive exterior extinction extinguish extravagant eyed eyelid f.8 facto fad fairi
fam fantasi farth fashionabl fatigu favorit feasibl featheri federalist federativ feminism fer ferment
fermentat fictional fierc fig fila filt finland flak flar fled flip flush flut fog for forag forbid
forbidden forcib ford forefront forehead foremost forg fork fortificat fortress fortunate forum foster fox
fragil francisco fras fulfil fullest fun funeral funnel funni fusion galactic garlic garrison gaston gaug
gay gelatin gemston gend generic genital gent gentl geographi geologi geometri georgia gerrymander ghost
gill glaci glaz glid glov glow goat gospel gotten grab graham gram grat gratificat gravel gravitational
greedi greenhous guardian guerrilla guidanc guitar gut guy h.3.8 h.5 h.6 hail hallway handicap handsom
harass hardship harman harmonious harp hart hast hasti hatch hay haymarket hedg heighten heir helmet helpful
hen herbaceous hesitat hik himalaya hinduism hip hiv homeless honesti honey honour hood horni horseback howl
hulyai humorous hungari hybrid hydrocarbon hypertension hypothesis ibid ida illegitimat illogical immuniti
impart imped imperativ imperial implant implementat impossibiliti impractical impregnat improp impuriti
inactiv inappropriat inclinat incompetent incredibl incredulous indefinit indefinite indifferenc indistinct
indonesia indulg ineffectiv inefficienci infantil infest infinit inhal injection inlet insan insignificant
insofar inspection inspirat installat institutionalis instruct insurrectionari intact integriti intensiv
intercours intersect intersection intestinal intricat intrinsic invalid invitat itch ivori iww j.2 jar jean
jersey jerusalem jewel jj joan jonathan junction jurist kaldor kansa kautski keyboard keynesianism kimek
kulak lac lag lamb lament lan landless lawrenc lazi lazonick leafless leftist legendari lessen leval levi
lifestyl lifetim lightn likelihood lilac lion liquidat ll lobbi lockean locomotiv lodg longest loyal luggag
luigi luminous lump lunch lymph mad madagascar magic magnet mainland malaysia malicious managerial marbl
marrow marxian massachuset mattick mayor meadow median melodi membranous memoir menac mercantilism mercuri
mereti mesh metaphysical methodologi michel michigan microscopic midnight midst militanci militarisat
misfortun misrepresentat missouri mist misunderstand mitigat mobil mobilis moderate modest modificat
molecular molten moments monst moor mortal mortgag mottl mous multi mutini muzzl mysteri naiv nap napoleon
narrativ neat neighborhood netherland neutron nichola nickel nil nobiliti nominal northeast notab notabl
noticeabl notorious nuclei numerical nutrient nutshell oak oath obedient objective oblong offset oligarchi
onion onset opt oregon oscillat outlet outright outskirt oven over overwork oxidat pact pakistan panic
paradis paradox paralys paralysis parcel parson partition passageway pat pathologi pathological patriarchal
patriarchi patrol paz pea peach pear pearl pedal pedestrian peel pennsylvania pension pep percussion
perforat peripheral perpetual persecution persist peru pest petition petroleum phon photographi physiologi
picket pierc pillar pistol piti pivot plagu planetari plasma plast playwright pledg plenari plenum plumag
plumb plund plunder pluto pointless policemen poorest portugal posterior potassium potent potteri practition
prairi preclud precondition precursor predat predominat pregnant prehistoric preservat presid presidential
presum probabiliti profess profitabiliti prohibition projectil propel propertarian proponent pros
protectionism protector psychologist puff puls punch pupil purg purifi puzzl pyramid qualificat quarrel
quasi quotat rabbit rabinowitch racemos racist rack radar radicalis rap rash reactor realm rebell recallabl
receptacl recipient reckless reclaim recommendat reconcil recount recours recov recover recoveri recur
redistribution redundant reed refineri reflex refresh refrigerat regain regi register reich relaxat relevanc
reliabl relianc reluctant remak remnant remote repay reproductiv reptil resemblanc reservat resid
residential residu respective respirat responsiv restorat resum retard retina retire reveng reviv revival
revolutionist rewrit rhizom rhizomatous ribbon riddl rightful riski robust rodent romanc ronald roosevelt
rousseau rud rumor ruthless sabotag sac sack sadness safeguard sag sakwa salvat sandi sap saryd satisfactori
saturat scandal scarce sceneri schweickart scout scratch sculptor secreci seldom selective selfish semitic
sensibiliti sensitiviti sensori senti separate serf serfdom sestor seventi sexualiti she shear sheath shelf
shrink shy sickness sieg simplistic simulat sixth sizeabl skat skeletal ski skillful skyscrap slat slaught
slot smart smear snout soar socket soften solemn soprano sor sorrow spacecraft span spark sparse specialis
specimen spectat speculativ speed sperm spherical spic spici spid spong spray sprinkl squad squat sr starch
statut steer steril stern steven stew sticki stimuli sting strait strategic string stubborn stun stunt sub
subclass subdu subfami submissiv subord subsidi subsidis subsistenc suburb sue suffic suicid summit summon
supernatural supersed supervision surrender survivor susceptibl suspicion swarm sweden sweeten swiss
switzerland swollen symmetrical syndrom synthesiz tackl tailor tele'ek tenet tens tenur textbook th theorem
therapi thermomet they'v thief thompson thriv thund tibet tick tig tilt toast toilet tolerant tom tomek torn
toss tour tragic transitional translucent transplant tread treason treasur tremendous tribal tripl
trotskyism truism tsar tuberous turkish twig tyrant ugly ugt umbrella unacceptabl unawar uncontroll
unconvinc undemocratic undercut underneath undersid undertaken undu unethical unfre unimportant uninhabit
unlawful unlimit unpaid unprecedent unpredictabl unquestion unrealistic unrestrain unsuccessful unsuitabl
unus uphold urgent urinari usefulness usurp utensil vacillat vagina vanish varnish vascular vault verifi
versus veteran vicious victorious video vigilant vigor vincent violin vivid void volatil volcano vowel
vulgar vulnerabl waist wal warmth water waver waxi wedg weedi weekend weld whistl wholeheart whorl wick
widen width wilson wither wonder woodcock woolen worm wormhol worthwhil wrangel wrench wrestl wrinkl wrist
yeast yesterday yiddish yok zinc =23 000 1,000 148 152 156 161 164 165 166 167 168 175 1789 1792 1793 1800
1809 1812 1813 1814 182 1820 1825 1830 1831 1834 1835 1837 1838 1846 1847 1849 1856 1858 186 1866 1870s 1877
1878 1897 194 195 1951 196 198 2006 201 203 205 207 209 214 216 217 218 219 21st 224 228 231 235 237 238 239
242 249 252 253 254 256 261 263 265 267 268 269 270 280 287 288 294 350 400 abbreviat abject abound abraham
absorbent abstinenc abundanc academi acidic ackelsberg acr addict adherenc adolescent adoption advance
advantageous adversari advertise advocaci aerial afaq affirmativ affix aging airlin ak alabama albeit
aleksandrovsk alimentari alkaloid allegat allergic allot allowanc ally alp alterat amateur amphibian
amplitud amuse analogous anarcha anemia anglo anniversari announce annoyanc anonymous antarctica
antidepressant anus anymor aorta apologi applaud applicant apt aqueous arabic archi architectural ardent
arena array ascrib asexual asleep aspir assuranc asteroid astronomical ate athenian athletic atomisat attir
attorney auditori autocraci automat aviat awak awful axes axillari b.2 badg bait bakuninist balconi bandag
bankrupt barg baron bass bathroom bead beast bedroom bench beneficiari benign berneri berrylik beta bin
binari biochemist birthday blackish blatant blaz bleed blew blist blur boost bounc bowel brac brackish
brazilian breach breakfast brib brid brightness brist brook brovkin bruis bucket buddhist buff bug bukharin
bump bunch burial businessman businessmen bustl c.2 c.9 cabbag cafeteria cahm calculus calf camel capillari
carl carolin carrot cartel cartilag cartoon catalyz catastroph cathedral cathod caustic cavalri celeri
censur center ceo championship chant chaotic charlot chestnut chill chimney chlorid chlorin cholesterol
choreograph chris churlish circus citizenship clamp clariti clerk clinical clog closur clov clu clutch
coagulat cock col collector collid collin collision collusion colombia colonist coloniz comedian comfortab
comintern commemorat commentari commentat communard compass compassion compil complement complementari
compli compulsiv conceit conceivabl conceptual concur condens confer confession confrontat congestion
congressional conjunction conqu conqueror consecrat conservatism constrict consumerism contend contention
contingent contractual contriv convenienc converg conveyanc cooperativ cornea correctness cottag cough
countless coverag coward crab craftsman crawl credential creditor cricket cruelti crumb crusad cuban curb
curtail cytoplasm dakota darken deaden decompos deduc defianc definitiv delta dependenci depreciat despis
destin deter detonat devil devour dial dialogu diarrhea digestion digestiv dilut dinosaur disappearanc
disarm discipl disconnect discretion disequilibrium disguis disorder displace distill distillat distract
ditch divergenc downi dragon dramatical dread drought drown dug duk dun duncan dyes eagl eastward ecologist
edinburgh egoist eighteenth eighth elizabeth embellish emblem embroideri embryonic emil empathi encompass
encroach endanger entitle entrepreneurial epic equitabl equiti eras eric erroneous eruption espionag etch
euphemism evaporat exalt exertion exhaustion exhibition exotic expel expend expertis explorat exponent
expressiv expulsion extraction extremist extremiti f.1 fabbri faithful false falsehood fantastic farthest
faulti fearful feast feat feebl fertiliti fertilizat fetish fictitious fifteen figurativ filmmak financi
fireplac firework fission fissur fixat fixtur flammabl flask fle flint flock flux foil fond footman forearm
forerun forese formidabl fort forthcom forti fortifi fortunat fowl fractional fractur fraterniti fraudulent
frederick friday frog from frond frost frown fruitful functionari furious futil gait gamet garbag gaseous
gastrointestinal gaz gem genetical genr geoffrey geometric gigantic glar glassi gleam globular glorifi glu
goddess gossip gown graft granit grassi grassland grateful gravitat graz greas greenland grin grov guatemala
guerin guidelin gustav h.2.1 h.3.13 h.3.14 h.3.7 hack halv handi handwrit haphazard hardwar hardwood
harmless harri hasten haul haunt hawaii hawk headach heap heliarch hello helpless hereditari heroin highland
hil hindranc hint homepag homogeneous homosexual hong hoof hoop hos houseplant hudson hum humbl hungarian
husk hydrat hydrolysis i.2.3 idealism ignit ijs iktat illicit illinois imageri imf immatur immers immigrat
imminent immoral impartial incarnat incit inconspicuous incur indicativ indict indulgenc ineffectual
inexperienc infiltrat infinite inflection infrastructur inhibitor inhuman innat innocenc innovativ inquiri
inscrib insectivorous inseparabl insolubl inspect instigat intak intellect intelligentsia interchang
interconnect intermittent internalis intoxicat intrigu introductori intrud invariab invasiv inventori invers
invertebrat iodin iris irrespectiv irresponsibl irrigat isaac isotop jack jackson jeremi jon juan juici
junta jupit kalecki keel kernel kindness kiss kit kong lab labadi lanc lanceolat landlock lanka laps latent
lath latitud lava lavend lavish lawful leak lear legalis lengthi lens lesion levell lewis liberatori lid
lifeless lim lincoln linguist livelihood lizard lobst localiz lofti longitudinal loosen ltd lubricat ludwig
lumb lur lustrous lyric lysand madrid magical magnesium magnifi makeup maneuv mantl manur mapl maroon
marshal martha martov mash masonri massacr materialist meantim meiosis memorial menstrual menu merci merri
messeng metabolic metaphorical mic militarism millennium millionair mimic mindless mint miserabl missionari
misus mob molinari mollusk momentari monday monetarism monetarist monkey monopolist monotonous montana
montreal monu morocco mortar mosaic mosquito motorcycl mould mound mourn mucus muddi mug multinational
multipli multiplicat municipaliti mustard mutat mysterious mythical nasti nausea nazis negative nep nettlau
neural neutraliz nevada newborn newman nice nightmar ninth nitrat nly nomadic noon norman norway notch nova
number nutrition oasis oathkeep objectiviti obscen occupant odorless oh ohio oint oklahoma oligopo
oligopolistic olympic omission omit ongo opaqu optic optimal optimistic orat orchestra orchid ordain ores
oriental orwell ostentatious outrag outweigh overse owe owed oxidiz oxymoron oyst paddl palestin panama pant
parad paradigm paradoxical partnership passionat passive pastur pathogen patriot pelvic penal penis
perfection perish pernicious perpendicular perpetrat persecut persuasion pervers petersburg petit philip
physiologist pickl pie pigeon pill piraci plank platformist plausibl playful playth plea plead plow
pneumonia poetic pok polar polemic pollen polynesia populariti porous portugues possessor postur pouch
pouget powder pr precedent precision predatori predecessor predetermin predictabl preoccupat prerogativ
prestig pretenc pretension prevention princeton privaci probabl procession proclamat profil proliferat
prolific prominenc pron proprietari prosecution prostitut proto proton protrud psychiatri psychoanalysis pub
puberti publiciti pulmonari purs pus quantitativ quantum quarter quartz quebec racket radial radiant raft
ral ralli rampant ranch rationalisat readiness reasonab rebuild receipt reception receptor recit reckon
reclus rectifi rectum recurrent reef reformat refug refuge refutat regenerat rein reinforce reiterat
relentless remaind removabl renaissanc renam renown reorganisat repel reproach repudiat reput requisition
reservoir resinous restless resultant retriev revelat reversal revok revolutionis rhetorical rhythmic
richest ridden ridicul rind ringworld rna roar robin robotic rootstock roset rosi rous rubbish rudimentari
russell salesman sandston satirical saturday savag sawi saxon sca scalp scarc scarf schema scholarship scorn
script scriptur seam seattl secular sedativ sedi selfishness semantic semiconductor semitism sentimental
serial sermon serrat serum seventh sewag shadi shaggi shark shatter shav shelter shelv shepherd shook shred
shrill signatur silicat simon simpliciti singular situationist sixti skim slack slant sluggish slum smuggl
socc sociologi sofa southward sow spad sparkl spasm spawn spectacl spenc splendid spous sprawl spun spurious
squirrel sri stab stagger stagnant stanc standpoint stapl stateless station stationari stephen stev steward
stiffen stimulant stoppag stormi straighten stratum stray streak strenuous stronghold stupiditi subdivid
submarin subsidiari subversiv successor sued sulfur sunni superfluous supervisor supple supplement sway
swedish symphoni synonymous syria syrup taiwan tangl tar taylor teas technician telecommunicat temper tenor
testifi theological thermal they'll thickness tighten til token toleranc toll tonight towel toxin transcend
transient trauma trench triangl trifoliat triniti troublesom trump tuberculosis tumbl turbin turret typewrit
tyrannical ulc umbel unanimous unbroken unclear uncomfortabl unconditional uncontrollabl uncritical
underestimat underwat undivid undon unfit unfold unfreedom unhappi uniformiti unionist uniqueness unoccupi
unofficial unrelat unresponsiv unspecifi unsteadi untru unwillingness updat upheaval upland uranium urinat
usabl usurpat utah uterin utilisat utmost utteranc vain variant vas veil velveti vent ventilat ventricl
verdict vertebra victoria viii viral vis vomit vow wad wand wari warp warren wartim wasteful wateri
waterproof waterway wavelength weaponri whatsoev wherein whilst whim whiskey wildcat wildlif wishful
withdrawn withhold woodwork workingmen worsen worthless wreck wright wrongdo wyom =16 10.2 100,000 114 1745
1775 1787 1791 1797 1799 1804 1805 1806 1811 1815 1817 1818 1819 1821 1822 1824 1828 1829 1832 1836 1841
1842 1843 1844 185 1853 1855 1860s 1940s 1952 2,000 2007 202 208 220 222 227 229 232 234 236 241 244 245 247
24th 25th 260 262 264 266 271 274 283 285 290 292 293 295 297 298 299 3.1 30,000 301 302 305 306 311 325 341
347 348 356 360 395 396 424 600 a.m aberrat abolitionist aboriginal abrasiv absolutism absolutist absurditi
acclaim accountabiliti accountant accumulativ ace ach acquaint acrobat acronym actualiti addiction adequate
adjoin adolescenc adrenal adulteri advent adverb advisor aesthetic affirmat aft aftermath aggressive
aggressor agil aimless airfoil airlock alfi alfr alkali alkalin alleviat alphabetical altar alternate
altruism amass amazon ambitious amid amorous amorphous amphibious anal analgesic anarchic anarchosyndicalism
anatomical ancestral anderson anesthesia angina anglican antagonistic antarctic anthoni antibacterial
antineoplastic antiqu antiquiti anton antonio anweil apathetic apertur apolitical appall applaus apprais
apprehend appropriate apricot aptitud arach arachi arisen aristocrat aristocratic aristotl arithmetic
arkansa arma arroganc arterial ascertain assent astonish astronaut asturia athen atrophi auction audibl
audio auditorium australasia australasian authorizat auto autobiographi availabiliti avenu aversion avow awe
ax axl b.2.5 b.3 babylonian bacillus backbon backfir backwardness bacon baggag bail baja bakan bald balkan
banana bangladesh barbarian baroqu barret bart base battleship beacon bee beet beetl beggar belgian belov
bemoan bendit bengal bermuda bertrand besieg better bewilder bibliographi bigotri bil bilateral birthright
blacken bland blight blink blond bloodsh blotch blous blueprint bluff boast boff bogus boisterous boldness
bolivia bolsheviki bondag booth boredom bould bounti bourn bracket braid brav breadth brech brightest brisk
broadway broil broom brotherhood bub buddhism buffalo bulbous bulg bulletin bureaucratisat burglar burnt
bushel butterf buttock buttress buzz byzantin c.4 c.8 cabin cabinetwork cadr caesar calibrat calyx camillo
canari cano canon canopi cardboard carson cartridg cascad cask castrat casualti catastrophic catholicism
caucasus caudal causal cautious cavern ced celebriti cellulos ceramic certifi cervical cervix cessat chad
chalk champagn chapel charcoal charitabl chat childish chisel chlorophyll choir chor chord chorus chronicl
chronological cia cienfuego ciliga cinema cinnamon circumferenc circumscrib circumvent citrus civic clam
clan clandestin classroom cleav cleft clerical cling clinic clon cloudi clown cocain cocktail codifi coexist
cog cohn collateral colonialism combatant comet commonaliti communalis communion competenc composit
comprehension compression concis condemnat conditional conf confederaci confess confidential configurat
confine congestiv congo congratulat coniferous conjur connecticut conscientious conscript consecutiv conserv
conservat constantinopl constituenci constriction contagious contemplat contemptuous contractor
controversial convers convertibl convulsion cooki copyright cork corolla coronari corpus corrosion
counterfeit counterrevolutionari courtesi cowboy cowl craftsmen cramp cran crank cre credibiliti criterion
crook crumbl crustacean cucumb cun curri curvatur cym d.1 d.10 dag daisi daisylik danish databas daylight
deaf debas debit debris debtor deceas deceit deceitful deceptiv decimal decimat decisive decomposition
deductiv deepest default defecat defi deflect deform deformat dehumanis dehydrat delawar delet demon denmark
dental dentistri dependabl deplet deploy deport depot deprivat descriptiv desirabiliti deskill desperate
despicabl destitut detain detection detroit deuterium developmental diagnostic diagram diaphragm diari dic
dicken diffusion digest dignifi diligent dingi diplomaci directori disapprov disbelief discern disciplinari
disclos discolorat discret disempow disgraceful disinfectant disinherit dislocat dismal disparag dispariti
dispatch dispossession disruptiv dissatisfaction dissimilar dissipat dissociat distributor diuretic diverg
diversion divest dob docil dogmatic dominion donald donat donor doorway dormant doub downfall drak drastic
drip drunken dysfunction eager eccentric eclips edema edmund egalitarianism einstein elasticiti electorat
electrolyt electronical elicit elitism email embark emigrat emulsion enamel encas encircl encod endeavor
endemic endogenous endorse enduranc engage engl englishman enjoyabl enroll entireti entrench
environmentalism environmentalist envisag epidemic epilepsi epithelial epoch equalis equalisat equatorial
eradicat erectil erich esophagus estuari ethiopia eugen evasion expans experiment exposition exquisit extant
externalis extort exud eyeball f.a.i fabricat fairness fak falcon fallacious fallopian falsifi falsificat
farmland fascinat fastest fauna favorab favourit fawn fbi fec feedback ferocious festival fetal fetch fiddl
fingernail fingerprint finit firmness flank flax flea flee flew flex flora floret foam folklor footnot
footstep forcibl forecast forelimb forgiv forgot formaliti foundri fourteen franchis francis fraternal
freest frenchman frenzi frivolous frontal fugitiv fum fundamentalist fungal furrow g.4 gabriel galbraith
gall gallon gangst garag gari gastric gelatinous gendarm generalisat generositi genesis gentleman gentlemen
gentri geographic germanic germinat gin ging glacial glandular glasgow glimps globos gloom gloomi glorious
glucos glut glyn gomez goodbi goodness goos gothic grammar grandfath grandmoth grandparent granul granular
graph graphical grasslik gratifi gratitud gravi graviton greasi greenrock gregarious grid grievanc grop
grudg guarantee guillaum guru gymnastic h.1.2 h.3.10 h.3.3 h.4 h.6.1 h.6.2 haiti halfway hamilton hamlet
hammer hamper hardness harness harold harvard hawaiian hazard headlin headlong hearth hearti heath helicopt
helm hem hemoglobin hemp her herbivorous hercul herediti heresi heritag heroism hesitant hexagonal hi hindus
hiss hitch hitherto hobbi hoc hog hoist holland hollywood homeland homelessness homework homeworld hoov
horribl horrifi hostag hound hub hue humanitarian humiliat hurrican hush hut hydroxid hymn hypothes i.8
iberian icon idaho idealist idealiz idol igneous illiterat illusori imbalanc imbu immaterial immense
imperfection impotenc improvis impur imput inaccessibl inaction inactiviti inadvertent inalienabl inaugurat
incens incessant incision inclusiv incompetenc inconvenient incredib indecent indeterminat indignat
individualis indo indoctrinat indoor induction indulgent inedibl inert inertia inexpensiv infer inferenc
inflexibl influx infrar infrequent infring infus ingall ingenious ingenuiti ingest inhalat inhibition
injurious inland inn innumerabl inorganic inquir inscription insecticid insertion insidious insipid
insistenc insistent insolent instinctiv instinctive instructor insubordinat insulin integ intensificat
intercept interchangeabl interfac interlac interlock intermediari interpersonal interrelat interwoven
intimaci intimate intolerabl intravenous intuition intuitiv invalidat invert inviolabl ioniz iraqi
iridescent irrationaliti irregulariti isl israeli israelit iv ivy j.3 j.3.6 j.5.11 j.5.12 jacob jacobin
jacqu jag jamaica jan jargon jaundic jay jealous jealousi jel jelli jen jerk joe joel johan johnson jordan
joyful jr jumbl jungl junior jura juridical jut juvenil kashmir kat kelsey kenafick kevin kidnap kinship
klin knowledgeabl kohn korean labyrinth laden landlordism lao lap larri larynx lash laundri lawsuit lax lee
legaliti legion legitimaci legitimate lengthen lent leonard lettuc levant lexicograph lic lichen lied
lieutenant liga lightness liliacea lily limeston limp lipid liqueur lithophytic litigat litter liturgical
loaf locomotion loom loot lotion louisiana lowland lubricant luci lucrativ ludicrous lum lumbar lust
luxemburg luxurious lymphatic macmillan mafia magistrat magnetism magnificent maiden makhnovshchina malaria
malay malfunction malignant mall malleabl malt manchest mandatori manganes mansion marathon marginalisat
marijuana maritim marshi maryland mason massag master masteri materialism maternal math matrix matthew
mattress mauv maximoff meddl meditat mellitus mend menstruat mercenari meridian metalwork metamorphic
metaphor meteorit methodical meticulous metric metrical metropolitan michal microphon microwav midway
midwestern mighti migratori minc mingl miniatur ministri minnesota mintz minus mischievous mistress mitosis
mobilisat moderniti modesti modulat mol molt momentum mondragon mongolia monocotyledonous monopolisat
monopolistic moot mos mow mul multip mussolini mystical nag nebraska neckti negro neill nepal nephew neuron
newcom newton nigeria noah nobel nobleman nodul nonetheless nonsteroidal nors northernmost northward
norwegian notat notebook noxious nucleic nuk null nullifi nurtur nutritional o'clock o'neill oakland oar oat
obliqu obrera observabl observanc oceanic officialdom offshoot onslaught operatic operational opium optimism
orbital orchestral originaliti orlean ormerod ornamentat oscar oskar ottoman outburst outermost outgrowth
outli outpost outspoken outwith ovat overcrowd overflow overrid oversea overt overthrew overtim overturn
ovum owen owes owing pacifi pacifist palat palestinian palmate pancrea papal parachut paragraph paraphras
parch pardon parental parish parisian parliamentarianism parsley pastoral pastri pathetic pathogenic patienc
patriarch patriotic pave payabl peanut pebbl peer peg pelt pelvis penalis pencil pendulous penguin
penicillin penni pentagon perceptibl perceptual perch peripheri permanenc permeat persia personifi perspirat
persuasiv pesticid petropavlovsk pharmaceutical pharynx philadelphia phoenix phonetic phosphat photo
photosynthesis phylum picnic pilgrim pillow pinnatifid pirani piston pituitari placenta plaintiff plankton
plateau pleat plentiful plexus pluck plung pogrom polanyi politicis polym pompous populariz populist porch
pork portland postal potentialiti poultri poum powderi precedenc predicat prefac prefix prematur premium
preoccupi prescription preservativ presidenci pretentious pretext primat primitivism primitivist princess
priori probat problematic procur profus progression progressive projector proletair prong pronoun pronunciat
propellant propheci propulsion prosecut prosp prospectiv prostat protectionist protozoan protuberanc proviso
prudent prun prussian pseudo puck puddl pueblo puerto pulpi punctur puppet puriti pyramidal quak qualitativ
quarri questionabl racetrack radius rainforest raini raisin rak ram ramificat rapacious ratifi ration rattl
rayack rayon razor recaptur reced recess reciprocat reconstruct recreational recycl redeem redistribut reeki
refine reflector refuel registrat rehabilitat reinvent rejoin relativiti relic reluctanc remarkab remington
renal renewal rental reopen repeal replicat reprehensibl resignat resolut restat restrictiv restructur
retribution reunion reverenc reversibl reversion revocabl rhym rhythmical ricardo righteous rigiditi rivalri
roam rog rogu romania rosa rosenberg rotari roundabout routledg royalti ruinous rum rumour rung ruptur rusti
rustic ruth sahara saliva salmon salut sandwich sang sanskrit santillan saudi sausag savori sayari scab
scalelik scallop scandinavia scandinavian scat scenario schizophrenia schor schust scientifical scoop
scrambl scrub scrutini seaport seashor seasonal seawe seclud secretariat secretiv sectarian secure segregat
semen semiaquatic senseless sepal sergeant severiti sewn sexist shaken shapeless sharpen shingl shortcom
shov shovel shrewd shrimp shroud sici sideway sierra sigh simplest singly sings sinus sioux siren skip skis
slab slam slap slash slavic sled sleeveless slept slick slimi slipperi slit slur smack smelt snail snip sob
sobari sociologist soda solomon sonata soot sooth spear specificat specious spermatozoa spindl spir splash
spleen splint spout square squash stabiliz stadium stair staircas stall standardis starchi statur statutori
ste stealthi stereotyp stipulat stockhold stocki stool stov straggl straightforward strangl stratifi strid
studio stump subservient subterranean subtleti subtract subvert suction suitcas sullivan summariz sung sunk
sunris sunset sunshin superimpos superlativ supermarket supplementari supportiv surg surpass surreal susan
sustainabl swear sweatshop swin swings symboliz sympathis synchroniz synonym syntax syphilis systemic tablet
tacit tag takis tam tangibl tart tasmania tasteless taxi taxonomic taxpay tectonic tedious telegram
telegraph temptat tendon tennesse tentacl termit terrac terrain terrib terrifi thailand therapeutic
therapist thereof thermodynamic thes thicket thiev thirst thorn thorni thoughtful thousandth threadlik
threshold thug thyroid tier tiers timepiec timid tint tolstoy tomb tonic torpedo totalitarianism tourna
tower trachea trampl tranquiliz transduc transit transitori transvers travers tray treasuri treatis trembl
trespass trickl trifl trig trophi trot troy truncat tsarism turbulent twelfth twitch tying ultimatum
ultraviolet unaccountabl unaffect unarm unavailabl unchangeabl uncl uncomfortab uncompromis unconcern
unconventional uncultivat underdevelop undergon underhand underworld undevelop undisturb undo uneasi
unfavorabl unforeseen unfriend unhappiness unhealthi unificat unilateral uninterest univalent unleash
unmarri unmention unmistakabl unorganis unown unpopular unproductiv unprofitabl unreal unreliabl unsaturat
unskill unsound unto untouch unwis unworthi upbring uproot vacant vaccin vague valenc validat vanguardist
vanilla variegat vatican vector velvet venerat venomous venous veritabl vertebral veto viabiliti victorian
vieja vii vindicat vinegar violinist viscera viscid viscous vladimir volga volt volunteer voracious voyag
wail wan wart warti waterfall watson wavi wayn weather websit weep weird welsh westward whirl whisp wholesal
widow wildflow willful wiri witch witti wormlik wretch wrongful xiv yacht yearn yolk youngest youthful zeal
zerzan zeus =11 0.5 1.5 1100 1750 1776 1778 1794 1795 1796 1807 1823 1827 1839 1845 233 243 26th 272 275 276
279 282 3000 303 331 337 361 363 371 385 480 501 700 a.2.11 absolv acetic acknowledge acorn acquaintanc
addictiv additiv admirabl adulthood adverse adversiti aegean affliction aggravat agoni ahistoric akin
algonquian allan allel allergen allergi amalgamat amb amenabl amerindian analyst anarchosyndicalist
andalusia annull antecedent antihistamin antihypertensiv antoni apes apollo appalachian applicabiliti
appraisal apprehension argentin arsenic artful arthurian aspirin ast astringent atlanta attainabl attendanc
attentiv attractive atypical audit aunt austeriti authoris automata autonomist avert avoidanc bachelor baffl
bahama ballad balsam baltimor banish baptism barbaric barrag basqu bastard batter beethoven belittl
bernstein billiard biochemical biochemistri biospher bioweapon birch blair bloc blockag bloodstream bonus
bosom botanist boyfriend brandi brillianc bronchial brunswick brut brutaliti bulgaria bur butterfli c.1
c.1.5 café calumni cambodia cancell captiv carlo cartilaginous casino cataract catkin ceaseless censor
census centigrad centimet charismatic chattel cheapest chieftain chromium churchill circulatori cleveland
climax clink cliqu closet clout coconut colloidal colonel commut compliant conclusive condensat conduction
conic constru consummat contingenci convergenc converse corrosiv cosmic cosmologi counsel counterrevolution
covenant cowardic cox cradl cranium creas creek cremat crimea crocodil cuisin cumulativ d.c dart darwin
daytim dazzl deadlin deduct deficit deflat deformiti delicious demis democratis demonis demoralis depos
deposition depositori derogatori despot detachabl detrimental diagnos diametrical dicot dietari diminutiv
disabiliti discolor discord disdain dishonesti dismissiv disobedient disrespectful dissatisfi dissertat
diviniti divisibl dizzi doll dominican dougla down downright drab drainag drank drawback dreadnought dues
dumb dusti dyer e.3 e.p earl eel efficaci egotism elat electiv electrostatic eleganc eleven elliot
elliptical emb enslave entangl enthusiastical equinox eri eucharist evict exasperat exce exemplifi
exterminat extortion extraneous exudat eyebrow f.3 fabl fahrenheit familiariti fanatical fanciful farcical
fees felix feminin fervent fet fierce filter filthi finest finnish fiscal fisherman flatteri flemish florenc
flu fluent fluffi fluorescent foes foothold foreman forfeit fotopoulo freud fullness furi further g.1.1
g.d.h gabl galleani galleri garnish gees generaliz geneva gestat ghetto glib gloss gnaw gnp goodway goodwill
gourd grandson gray groceri groom grotesqu guillotin gunfir guérin gymnast h.1.1 h.1.4 h.1.7 h.2.8 h.3.11
h.3.9 h.6.3 habitabl haggl hairlik hal hallucinat hamburg haven haz hazardous headdress heav hegemoni herald
heraldri heretic hobsbawm horsesho hospitabl huddl hugh humankind hundredth hurl hydraulic hydroxyl hygien
hyperdriv hypocrit i.1.3 icy idiot idleness ignition imaginativ imitativ immaculat impedi impenetrabl
imperialistic impetus implausibl impressionist imprint improbabl impudent inadequaci inanimat incongruous
inconsistenci indignant indivisibl industrialism inexpedient infantri infatuat inflam innermost inoculat
inquisition insaniti insecur insensitiv instantaneous instill interdependent internationalism
interventionist intoleranc inverse irreconcilabl iterat iwa izvestiia j.5 jefferson judiciari julius k.j
kenneth kentucki kettl kiln kin laborious landau larval latex laurel lawless layout leaflik leafstalk leaven
lebanon ledg lengthwis leprosi leverag ley liberalisat libr liveliness lockout lull luth lyon macedonia
magenta mandibl manoeuvr mantra masculin massive maximalist measurabl mecca medal memorab mening
mercantilist miasnikov midwest millennia mini minimiz miscellaneous mismanage mongolian monoxid monstrous
monumental mop morbid morphem motto mouthpiec muhammad mus musk mut napl naughti navigational nder necklac
needlelik needlework negligibl neil neurotic neutraliti nonsensical normandi noteworthi notifi nun nutlik
nutritiv objectionabl obsess occipital occult oecd offensive oligopoli ominous ontario ornament ot
outrageous outset overgrown overrun ovoid ox ozon p.m pancak pannekoek paraguay paramet parietal parrot
passport pastim paternal pathway patroll patti pectoral personificat pervad pervasiv perversion pervert ph
phonograph phosphorus pictorial pinch pineappl pinkerton pinnate pittsburgh placat place platelet pliabl
plump plutonium ply pneumatic polarisat polariz pollinat polygon polynesian portal possessiv potherb pragu
precaution predominanc prehensil prelud pressuriz pretens prevalent priesthood prob protestor proudhonist
prussia psalm psychic publiciz pulveriz purposeful purposeless rabbl radicalism radioactiviti rainfall rambl
rant rationaliti reappear reassur recip reciprociti reconnaissanc reconsid reconstitut redemption reel
refere reflectiv refraction regulariti rejoic relay reminiscent remit remunerat renovat renti repellent
repetitiv repugnant requisit resilient respectabl retaliat rheumatoid richness rico rio roadway rotten
rulership rumbl ruminant runway sabatini sacra saltwat santa saragossa satir schism scold scorch scour
scourg scrimmag scrotum seamen sebaceous sedimentari sensational shackl shat sheriff shiit shipboard
shipbuild shirk shun shuttl sidewalk silica simmer simplifi simpson sincere sinceriti sinist skirda slain
slander slaughter slug smallpox smokestack snatch sneak sociological sock solicit solidifi solitud somatic
sophistri sordid southernmost spinach spongi sprang spring stabilis standardiz starlik startl steadfast
stephan sternum stewart stiffness stiglitz stoop strategical stratificat strawberri striat stud stupefi
subsum suburban suffocat suitabiliti sulfat sulfid sullen summat supplant supposition suspicious swindl
swung tack taint takeov tanzania taraz taut tawni tech tempera temperamental thaw therein thistl thoracic
thrill thwart tidi toddl toed tor tori tractor traitor tram tranquil transact transfusion transistor
treacherous treelik tremor trigger truste trustworthi tundra tunic turbulenc turf turk turmoil turnov
twilight twill ultra unambiguous unauthoriz unbridl uncommon undeniabl undergar undergraduat undesir unelect
unionis unison universalis unreasonabl unru unsatisfactori unscrupulous untenabl unwarrant unwelcom upsurg
urbanisat usi usufruct utilitarian vene venezuela vengeanc venom ventral verg vermont veterinari vibrant
viciniti viscositi vocabulari wanton wasp weakest whisper widest wieck wingless wiv wrest yawn yugoslavia
zimbabw zodiacal zoologist zug
`;
