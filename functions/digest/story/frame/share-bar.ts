const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a share bar lets a reader do, and where; in the languages of the sites that have one. */
const ACTIONS = words(`
  share tweet print email e-mail save comment comments like pin reply bookmark copy
  facebook twitter linkedin whatsapp telegram pinterest reddit tumblr bluesky mastodon messenger flipboard xing viber
  teilen drucken merken kommentieren partager imprimer enregistrer commenter compartir imprimir guardar condividi
  stampa salva compartilhar partilhar salvar delen printen bewaren поделиться распечатать вконтакте одноклассники
  分享 打印 收藏 转发 微信 微博 シェア シェアする ツイート 印刷 保存 공유 مشاركة
`);
const AROUND = words(`
  this article story page post it on via to with by in a an the friend link url more us x or and threads instagram
  artikel diesen beitrag auf per über mailen e mail cet l’article l'article sur par este artículo noticia en por correo
  questo articolo su via artigo no na deze dit op в этой статьёй новостью 到 朋友圈 する この記事を lien enlace
`);
const MOST_WORDS = 14;
const BETWEEN = /[\s,|•·/:：+&()（）.]+/u;
const COUNT = /^\d{1,6}[km]?$/i;

/** Whether a line is a share bar: an action or a network, and nothing but more of them, what is shared and how often. */
export function isShareBar(line: string): boolean {
  const parts = line
    .slice(0, MOST_WORDS * 20)
    .toLowerCase()
    .split(BETWEEN, MOST_WORDS + 1)
    .filter((part) => part !== "");
  const isPart = (part: string) => ACTIONS.has(part) || AROUND.has(part) || COUNT.test(part);
  const hasAction = ACTIONS.has(parts[0] ?? "") || (ACTIONS.has(parts.at(-1) ?? "") && parts.length <= 3);
  return hasAction && parts.length <= MOST_WORDS && parts.every(isPart);
}
