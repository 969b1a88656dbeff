import { hasUnspaced } from "../../text/scripts.ts";
import { isSmallLetter } from "../../text/tokens.ts";

/** Words of which each phrase of a notice has one. */
const SIGNALS: ReadonlySet<string> = new Set(
  (
    "cookie cookies kakor куки evästeitä informasjonskapsler çerez çerezler çerezleri χρησιμοποιούμε " +
    "privacy privatsphäre privée privacidad privacidade privatliv integritet prywatność twoja twoją consent einwilligung consentement consentimiento consentimento consenso toestemming samtykke " +
    "partner partners partenaires socios parceiros preferences préférences choix choices information informationen " +
    "subscribe subscriber subscribers subscribed subscription abonnieren abonnent abonnenten abonnez abonné abonnés abo suscríbete suscríbase suscriptor suscriptores assine assinante assinantes abbonati abbonato abonneer abonnees abonnee " +
    "prenumeranter prenumerera subskrybentów prenumeratorów subskrybuj подписчиков подпишитесь подписывайтесь подписку подписаны підпишіться підписуйтесь abone üye giriş " +
    "newsletter newsletters infolettre boletín boletim nieuwsbrief notifications push nachrichten mitteilungen benachrichtigungen testen kostenlos members free try preferred country region reste recevez recibe reciba recibirás receba ricevi ontvang maak quer inbox postfach mailbox boîte casella posta correo bandeja email mail " +
    "app application aplicación aplicativo appli приложение whatsapp telegram channel kanal canal kanaal canale chaîne podcast community group grupo conversation notifications alerts notificaciones notifiche rejoignez únete " +
    "follow suivez síguenos siga seguici volg folgen javascript captcha robot roboter robô robotem робот human mensch browser navigateur navegador браузер " +
    "blocker blockers adblocker adblock block bloqueur bloqueador блокировщик annunci ads werbeblocker wyłącz отключите " +
    "log login sign anmelden account registered registriert registrieren connectez inscrivez sesión inicia inicie regístrate regístrese cadastre inscreva accedi iscriviti registrati registrato meld schrijf zaloguj zapisz войдите logga logg ind скачайте " +
    "trial unlimited access articles article artikel journalism member supporter support us work unlock jetzt kunde bereits weiterlesen weiterzulesen lire leyendo lendo ler leggere lezen read reading tilmeld deg participe bestellen " +
    "connection security verify verifying vérifiez verifica verificando verificamos checking moment ray unusual press performance sicherheitsprüfung"
  ).split(" "),
);

const WORDS = /[\p{L}\p{M}]+/gu;
/** Beyond these, Latin letters and the marks between words, a word is found by the pattern alone. */
const NOT_LATIN = /[ªµº\u0250-\u200f\u2028-\u20ab\u20ad-\uffff]/;
/** First and last of the Latin letters beyond ASCII, and the signs among them. */
const LATIN = { first: 0xc0, last: 0x24f, signs: [0xd7, 0xf7] } as const;
/** Cells of the table of hashes: far more than signals, so that most other words have no cell. */
const CELLS = 8192;
const HASHED = new Uint8Array(CELLS);
for (const signal of SIGNALS) {
  HASHED[cellOf(signal, 0, signal.length)] = 1;
}

/** Whether a line in lower case has a word that a notice must have. In scripts without spaces, any may have one. */
export function hasSignal(text: string): boolean {
  if (NOT_LATIN.test(text)) {
    return hasUnspaced(text) || (text.match(WORDS) ?? []).some((word) => SIGNALS.has(word));
  }
  return hasLatinSignal(text);
}

/** Most words of a line are none by their hash, and need not be cut out of it. */
function hasLatinSignal(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (isLatinLetter(text.charCodeAt(at))) {
      at += 1;
    }
    if (at > start && HASHED[cellOf(text, start, at)] === 1 && SIGNALS.has(text.slice(start, at))) {
      return true;
    }
  }
  return false;
}

function isLatinLetter(code: number): boolean {
  return (
    isSmallLetter(code) ||
    (code >= LATIN.first && code <= LATIN.last && code !== LATIN.signs[0] && code !== LATIN.signs[1])
  );
}

function cellOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash, 31) + text.charCodeAt(at);
  }
  return hash & (CELLS - 1);
}
