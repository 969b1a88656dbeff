/** Number words of Germanic and Romance languages, as `LANGUAGES` describes them. */
export const WESTERN_LANGUAGES = {
  en: {
    cardinal: [
      "0 zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
        "seventeen eighteen nineteen",
      "20+10 twenty thirty forty fifty sixty seventy eighty ninety",
    ],
    ordinal: [
      "1 first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth " +
        "fifteenth sixteenth seventeenth eighteenth nineteenth",
      "20+10 twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
      "100 hundredth",
      "1000 thousandth",
    ],
    scale: [
      "12 dozen",
      "100 hundred",
      "1000 thousand/k",
      "1e5 lakh/lakhs",
      "1e7 crore/crores",
      "1e6 million/millions/mn/mln/m",
      "1e9 billion/billions/bn/bln/b",
      "1e12 trillion/trillions/tn",
    ],
    part: [
      "2 half/halves third/thirds quarter/quarters/fourth/fourths fifth/fifths sixth/sixths seventh/sevenths " +
        "eighth/eighths ninth/ninths tenth/tenths",
    ],
    multiple: [
      "1 once twice/double/doubled/doubles/doubling thrice/triple/tripled/triples/tripling " +
        "quadruple/quadrupled/quadruples/quadrupling",
      "0.5 halved/halving",
    ],
    vague: ["0 dozens scores hundreds thousands millions billions"],
    one: ["1 a an one"],
    times: ["0 times"],
  },
  de: {
    cardinal: [
      "2 zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn " +
        "achtzehn neunzehn",
      "20+10 zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    ],
    ordinal: [
      "1 erste/ersten/erster/erstes/erstem zweite/zweiten/zweiter/zweites/zweitem " +
        "dritte/dritten/dritter/drittes/drittem vierte/vierten/vierter fünfte/fünften/fünfter sechste/sechsten/sechster " +
        "siebte/siebten/siebter achte/achten/achter neunte/neunten/neunter zehnte/zehnten/zehnter",
    ],
    scale: [
      "12 dutzend",
      "100 hundert",
      "1000 tausend",
      "1e6 million/millionen/mio",
      "1e9 milliarde/milliarden/mrd",
    ],
    part: ["2 hälfte/halbe/halben/halber/halbes/halb drittel viertel fünftel"],
    multiple: [
      "1 einmal zweimal dreimal viermal fünfmal sechsmal",
      "2 verdoppelt/verdoppelte verdreifacht/verdreifachte vervierfacht",
      "0.5 halbiert",
    ],
    vague: ["0 dutzende hunderte tausende"],
    one: ["1 ein eine einem einen einer eines"],
    times: ["0 mal"],
  },
  nl: {
    cardinal: [
      "2 twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien " +
        "negentien",
      "20+10 twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    ],
    ordinal: ["1 eerste tweede derde vierde vijfde zesde zevende achtste negende tiende"],
    scale: ["12 dozijn", "100 honderd", "1000 duizend", "1e6 miljoen", "1e9 miljard"],
    part: ["2 helft/half/halve derde/derden kwart/kwarten vijfde"],
    multiple: ["2 verdubbeld verdrievoudigd"],
    vague: ["0 tientallen honderden duizenden"],
    one: ["1 een één"],
    times: ["0 keer maal"],
  },
  sv: {
    cardinal: [
      "2 två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
      "20+10 tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    ],
    ordinal: ["1 första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde"],
    scale: ["12 dussin", "100 hundra", "1000 tusen", "1e6 miljon/miljoner", "1e9 miljard/miljarder"],
    part: ["2 hälften/halv tredjedel/tredjedelar fjärdedel/fjärdedelar femtedel"],
    multiple: ["2 fördubblats tredubblats"],
    vague: ["0 dussintals hundratals tusentals"],
    one: ["1 en ett"],
    times: ["0 gånger"],
  },
  da: {
    cardinal: [
      "2 to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
      "20+10 tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
    ],
    ordinal: ["1 første anden/andet tredje fjerde femte sjette syvende ottende niende tiende"],
    scale: ["100 hundrede", "1000 tusind", "1e6 million/millioner", "1e9 milliard/milliarder"],
    part: ["2 halvdelen tredjedel fjerdedel"],
    vague: ["0 snesevis hundredvis tusindvis"],
    one: ["1 en et"],
    times: ["0 gange"],
  },
  nb: {
    cardinal: [
      "2 to tre fire fem seks sju/syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
      "20+10 tjue/tyve tretti/tredve førti femti seksti sytti åtti nitti",
    ],
    ordinal: ["1 første andre tredje fjerde femte sjette sjuende åttende niende tiende"],
    scale: ["100 hundre", "1000 tusen", "1e6 million/millioner", "1e9 milliard/milliarder"],
    part: ["2 halvparten tredjedel fjerdedel"],
    one: ["1 en et ei"],
    times: ["0 ganger"],
  },
  fr: {
    cardinal: [
      "2 deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
      "20+10 vingt/vingts trente quarante cinquante soixante",
    ],
    ordinal: [
      "1 premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième " +
        "dixième onzième douzième",
    ],
    scale: [
      "10 dizaine",
      "12 douzaine",
      "20 vingtaine",
      "100 cent/cents",
      "1000 mille",
      "1e6 million/millions",
      "1e9 milliard/milliards",
    ],
    part: ["2 moitié/demi/demie tiers quart/quarts cinquième/cinquièmes"],
    multiple: ["2 double/doublé/doublée triple/triplé/triplée quadruplé"],
    vague: ["0 dizaines centaines milliers"],
    one: ["1 un une"],
    times: ["0 fois"],
  },
  es: {
    cardinal: [
      "2 dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete " +
        "dieciocho diecinueve",
      "20+10 veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
      "21 veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    ],
    ordinal: [
      "1 primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta " +
        "séptimo/séptima octavo/octava noveno/novena décimo/décima",
    ],
    scale: ["12 docena", "1000 mil", "1e6 millón/millones"],
    part: ["2 mitad/medio/media tercio/tercios cuarto/cuartos quinto/quintos"],
    multiple: ["2 duplicó/duplicado/duplicada triplicó/triplicado/triplicada cuadruplicó"],
    vague: ["0 docenas decenas cientos miles"],
    one: ["1 un uno una"],
    times: ["0 veces vez"],
  },
  it: {
    cardinal: [
      "2 due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici " +
        "diciassette diciotto diciannove",
      "20+10 venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento",
    ],
    ordinal: [
      "1 primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava " +
        "nono/nona decimo/decima",
      "11 undicesim* dodicesim* tredicesim* quattordicesim* quindicesim* sedicesim* diciassettesim* diciottesim* " +
        "diciannovesim* ventesim*",
    ],
    scale: ["12 dozzina", "1000 mille/mila", "1e6 milione/milioni", "1e9 miliardo/miliardi"],
    part: ["2 metà/mezzo/mezza terzo/terzi quarto/quarti quinto/quinti"],
    multiple: ["2 raddoppiato/raddoppiata triplicato/triplicata"],
    vague: ["0 decine centinaia migliaia"],
    one: ["1 un uno una un'"],
    times: ["0 volte volta"],
  },
  pt: {
    cardinal: [
      "2 dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis/dezasseis " +
        "dezessete dezoito dezenove",
      "20+10 vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
    ],
    ordinal: [
      "1 primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta sétimo/sétima " +
        "oitavo/oitava nono/nona décimo/décima",
    ],
    scale: ["12 dúzia", "1000 mil", "1e6 milhão/milhões", "1e9 bilhão/bilhões"],
    part: ["2 metade/meio/meia terço/terços quarto/quartos quinto/quintos"],
    multiple: ["2 dobrou/duplicou triplicou"],
    vague: ["0 dezenas centenas milhares"],
    one: ["1 um uma"],
    times: ["0 vezes vez"],
  },
};
