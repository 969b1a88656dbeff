/** Number words of Slavic, Asian and Semitic languages, as `LANGUAGES` describes them. */
export const OTHER_LANGUAGES = {
  pl: {
    cardinal: [
      "2 dwa/dwie/dwaj/dwóch/dwoje trzy/trzej/trzech/troje cztery/czterej/czterech/czworo pięć/pięciu sześć/sześciu " +
        "siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu " +
        "trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu " +
        "siedemnaście/siedemnastu osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu",
      "20+10 dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu " +
        "sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu " +
        "dziewięćdziesiąt/dziewięćdziesięciu sto/stu",
    ],
    ordinal: ["1 pierwsz* drug* trzec* czwart* piąt* szóst* siódm* ósm* dziewiąt* dziesiąt*"],
    scale: [
      "1000 tysiąc/tysięcy/tysiące/tys",
      "1e6 milion/milionów/miliony/mln",
      "1e9 miliard/miliardów/miliardy/mld",
    ],
    part: ["2 połowa/połowę/pół trzecia/trzecią czwarta/czwartą piąta/piątą"],
    multiple: ["2 podwoił/podwoiła potroił/potroiła"],
    vague: ["0 dziesiątki setki tysiące"],
    one: ["1 jeden jedna jedną jedno"],
    times: ["0 razy"],
  },
  ru: {
    cardinal: [
      "2 два/две/двух/двумя/двое три/трёх/трех/трое четыре/четырёх/четырех/четверо пять/пяти/пятеро шесть/шести " +
        "семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати " +
        "тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати " +
        "семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати",
      "20+10 двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти " +
        "семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста сто/ста",
    ],
    ordinal: ["1 перв* втор* трет* четверт*/четвёрт* пят* шест* седьм* восьм* девят* десят*"],
    scale: [
      "1000 тысяч/тысячи/тысяча/тыс",
      "1e6 миллион/миллиона/миллионов/млн",
      "1e9 миллиард/миллиарда/миллиардов/млрд",
    ],
    part: ["2 половина/половину/половины треть/трети четверть/четверти"],
    multiple: ["2 вдвое/удвоился/удвоилось втрое/утроился вчетверо"],
    vague: ["0 десятки сотни тысячи"],
    one: ["1 один одна одно одного одной"],
    times: ["0 раза раз"],
  },
  uk: {
    cardinal: [
      "2 два/дві/двох три/трьох чотири/чотирьох п'ять/п'яти/п'ятьох шість/шести сім/семи вісім/восьми " +
        "дев'ять/дев'яти десять/десяти одинадцять/одинадцяти дванадцять/дванадцяти тринадцять/тринадцяти " +
        "чотирнадцять/чотирнадцяти п'ятнадцять/п'ятнадцяти шістнадцять/шістнадцяти сімнадцять/сімнадцяти " +
        "вісімнадцять/вісімнадцяти дев'ятнадцять/дев'ятнадцяти",
      "20+10 двадцять/двадцяти тридцять/тридцяти сорок/сорока п'ятдесят/п'ятдесяти шістдесят/шістдесяти " +
        "сімдесят/сімдесяти вісімдесят/вісімдесяти дев'яносто сто/ста",
    ],
    scale: [
      "1000 тисяч/тисячі/тисяча/тис",
      "1e6 мільйон/мільйона/мільйонів/млн",
      "1e9 мільярд/мільярдів/млрд",
    ],
    one: ["1 один одна одне"],
  },
  cs: {
    cardinal: [
      "2 dva/dvě/dvou/dvěma tři/tří/třem čtyři/čtyř/čtyřem pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti " +
        "deset/deseti jedenáct/jedenácti dvanáct/dvanácti třináct/třinácti čtrnáct/čtrnácti patnáct/patnácti " +
        "šestnáct/šestnácti sedmnáct/sedmnácti osmnáct/osmnácti devatenáct/devatenácti",
      "20+10 dvacet/dvaceti třicet/třiceti čtyřicet/čtyřiceti padesát/padesáti šedesát/šedesáti " +
        "sedmdesát/sedmdesáti osmdesát/osmdesáti devadesát/devadesáti sto",
    ],
    scale: ["1000 tisíc/tisíce", "1e6 milion/milionů/miliony", "1e9 miliarda/miliard/miliardy"],
    one: ["1 jeden jedna jedno"],
  },
  sk: {
    cardinal: [
      "2 dva/dve/dvoch/dvaja tri/troch/traja štyri/štyroch/štyria päť/piatich/piati šesť/šiestich/šiesti " +
        "sedem/siedmich/siedmi osem/ôsmich/ôsmi deväť/deviatich/deviati desať/desiatich/desiati " +
        "jedenásť/jedenástich dvanásť/dvanástich trinásť/trinástich štrnásť/štrnástich pätnásť/pätnástich " +
        "šestnásť/šestnástich sedemnásť/sedemnástich osemnásť/osemnástich devätnásť/devätnástich",
      "20+10 dvadsať/dvadsiatich tridsať/tridsiatich štyridsať/štyridsiatich päťdesiat/päťdesiatich " +
        "šesťdesiat/šesťdesiatich sedemdesiat/sedemdesiatich osemdesiat/osemdesiatich deväťdesiat/deväťdesiatich sto",
    ],
    scale: ["1000 tisíc/tisíce", "1e6 milión/milióny/miliónov", "1e9 miliarda/miliardy/miliárd"],
    one: ["1 jeden jedna jedno"],
  },
  hr: {
    cardinal: [
      "2 dva/dvije/dvoje/dvaju tri/triju/troje četiri/četiriju/četvero pet/petero šest/šestero sedam osam devet deset " +
        "jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest",
      "20+10 dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset sto",
    ],
    scale: [
      "1000 tisuća/tisuću/tisuće/hiljada/hiljade",
      "1e6 milijun/milijuna/milion/miliona",
      "1e9 milijardi/milijarda",
    ],
    one: ["1 jedan jedna jedno"],
  },
  ro: {
    cardinal: [
      "2 doi/două trei patru cinci șase șapte opt",
      "10 zece unsprezece doisprezece/douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece " +
        "optsprezece nouăsprezece",
      "20+10 douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci",
    ],
    scale: ["100 sută/sute", "1000 mie/mii", "1e6 milion/milioane", "1e9 miliard/miliarde"],
    one: ["1 un una o"],
  },
  fi: {
    cardinal: [
      "2 kaksi/kahden/kahta kolme/kolmen/kolmea neljä/neljän/neljää viisi/viiden/viittä kuusi/kuuden/kuutta " +
        "seitsemän/seitsemää kahdeksan/kahdeksaa yhdeksän/yhdeksää kymmenen/kymmentä yksitoista/yhdentoista " +
        "kaksitoista/kahdentoista kolmetoista/kolmentoista neljätoista/neljäntoista viisitoista/viidentoista " +
        "kuusitoista/kuudentoista seitsemäntoista kahdeksantoista yhdeksäntoista",
      "20+10 kaksikymmentä/kahdenkymmenen kolmekymmentä/kolmenkymmenen neljäkymmentä/neljänkymmenen " +
        "viisikymmentä/viidenkymmenen kuusikymmentä/kuudenkymmenen seitsemänkymmentä kahdeksankymmentä " +
        "yhdeksänkymmentä sata/sadan",
    ],
    scale: ["1000 tuhat/tuhatta", "1e6 miljoona/miljoonaa", "1e9 miljardi/miljardia"],
    one: ["1 yksi yhden"],
  },
  hu: {
    cardinal: [
      "2 két/kettő három négy öt hat",
      "8 nyolc kilenc tíz tizenegy tizenkét/tizenkettő tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc " +
        "tizenkilenc",
      "20+10 húsz/huszon harminc negyven ötven hatvan hetven nyolcvan kilencven száz",
    ],
    scale: ["1000 ezer", "1e6 millió", "1e9 milliárd"],
    one: ["1 egy"],
  },
  tr: {
    cardinal: [
      "2 iki üç dört beş altı yedi sekiz dokuz on",
      "20+10 yirmi otuz kırk elli altmış yetmiş seksen doksan yüz",
    ],
    ordinal: ["1 birinc* ikinc* üçünc* dördünc* beşinc* altınc* yedinc* sekizinc* dokuzunc* onunc*"],
    scale: ["1000 bin", "1e6 milyon", "1e9 milyar"],
    part: ["2 yarısı"],
    vague: ["0 onlarca yüzlerce binlerce"],
    one: ["1 bir"],
    times: ["0 kat"],
  },
  ar: {
    cardinal: [
      "2 اثنان/اثنين/اثنتان ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر",
    ],
    scale: ["1000 ألف/آلاف", "1e6 مليون/ملايين", "1e9 مليار/مليارات"],
    part: ["2 نصف ثلث ربع"],
    vague: ["0 عشرات مئات"],
  },
  fa: {
    cardinal: ["2 دو سه چهار پنج شش هفت هشت نه ده"],
    scale: ["1000 هزار", "1e6 میلیون", "1e9 میلیارد"],
  },
  hi: {
    cardinal: ["2 दो तीन चार पाँच/पांच छह/छः सात आठ नौ दस ग्यारह बारह"],
    scale: ["1000 हज़ार/हजार", "1e5 लाख", "1e7 करोड़"],
    one: ["1 एक"],
  },
  bn: {
    cardinal: ["2 দুই/দুজন তিন চার পাঁচ ছয় সাত আট নয় দশ"],
    scale: ["1000 হাজার", "1e5 লাখ/লক্ষ", "1e7 কোটি"],
    one: ["1 এক একজন"],
  },
  ko: {
    cardinal: ["2 둘/두 셋/세 넷/네 다섯 여섯 일곱 여덟 아홉 열"],
    scale: ["1000 천", "1e4 만", "1e8 억"],
    one: ["1 한 하나"],
  },
};
