import type { LineForm } from "./line-form.ts";
import { phraseTable } from "./line-words.ts";

const LINKS = phraseTable(
  "on|at|the|by|this|page|article|story|site|post|document|content|information|guide|was|is|were|has|been|time|date|first|last|as|of|and|in|from|to|online",
  "am|um|uhr|den|dem|der|die|das|im|vom|zuletzt|diese|dieser|dieses|seite|artikel|wurde|text|beitrag|datum|le|la|les|l'article|à|a|du|de|des|et|cette|cet|ce|page|été|est|fois|pour",
  "el|del|las|los|en|esta|este|página|artículo|fue|fecha|por|última|vez|hora|horas|às|as|em|no|na|o|do|da|e|esta|página|foi|data|il|lo|alle|ore|del|della|alle|questa|pagina|è|stata|stato|articolo",
  "op|om|deze|pagina|is|werd|het|door|van|de|kl|klo|klockan|den|d|i|på|o|w|dniu|dnia|r|godz|v|ve|tarihi|tarihinde|saat|в|во|на|от|г|года|о|у|р|στις|la|pada|tanggal|pukul|wib|فى|في|م|ساعة|الساعة|בשעה|ב",
  "t|utc|gmt|cet|cest|mez|mesz|est|edt|pst|pdt|cst|cdt|mst|mdt|et|pt|ct|bst|ist|aest|aedt|jst|kst|hkt|sgt|msk|мск|brt|wat|eat|z|am|pm|p|m|h|hr|hrs|uhr|uur|st|nd|rd|th|er|ro|year|ago|late|early",
  "ist|vor|il|y|a|hace|há|fa|geleden|назад|тому|sedan|siden|temu|sitten|önce|منذ|قبل|前|전",
  "于|於|在|日期|时间|時間|に|の|日時|本文|记者|ngày|lúc|vào",
);

/** That a page was published, changed or checked: phrases with strokes between them, a line a language or more. */
export const CHANGED = [
  "last updated|last update|latest update|last modified|last revised|last reviewed|last edited|last changed|last checked|updated|modified|edited|revised|reviewed",
  "published|first published|originally published|republished|posted|uploaded|page updated|publication date|published date|updated date|date published|date updated|page last updated|file updated",
  "stand|aktualisiert|zuletzt aktualisiert|geändert|bearbeitet|veröffentlicht|erstellt|letzte änderung|letzte aktualisierung|aktualisierung|letztes update|online seit|erschienen|publiziert|update vom|abgerufen",
  "mis à jour|mise à jour|dernière mise à jour|publié|publiée|modifié|modifiée|dernière modification|créé|actualisé|actualisée|à jour au|mis en ligne|date de publication",
  "actualizado|actualizada|última actualización|publicado|publicada|modificado|modificada|última modificación|fecha de publicación|fecha de actualización|actualización",
  "atualizado|atualizada|última atualização|última actualização|actualizado|última modificação|criado|data de publicação|postado|atualização",
  "aggiornato|aggiornata|ultimo aggiornamento|pubblicato|pubblicata|ultima modifica|modificato|aggiornamento|data di pubblicazione",
  "bijgewerkt|laatst bijgewerkt|laatste update|gepubliceerd|geplaatst|aangepast|gewijzigd|laatst gewijzigd|laatste wijziging|publicatiedatum",
  "uppdaterad|uppdaterat|senast uppdaterad|publicerad|publicerat|ändrad|opdateret|sidst opdateret|publiceret|offentliggjort|oppdatert|sist oppdatert|publisert|päivitetty|viimeksi päivitetty|julkaistu",
  "aktualizacja|zaktualizowano|ostatnia aktualizacja|opublikowano|data publikacji|data aktualizacji|aktualizováno|poslední aktualizace|publikováno|vydáno|aktualizované|publikované|objavljeno|ažurirano|zadnja izmjena",
  "обновлено|опубликовано|последнее обновление|дата публикации|дата обновления|изменено|оновлено|опубліковано|останнє оновлення|обновена|публикувано",
  "güncelleme|son güncelleme|güncellendi|güncellenme|yayınlanma|yayınlandı|τελευταία ενημέρωση|ενημερώθηκε|δημοσιεύθηκε|δημοσιεύτηκε|ultima actualizare|actualizat|publicat|frissítve|utolsó frissítés|megjelent|közzétéve",
  "diperbarui|terakhir diperbarui|dipublikasikan|diterbitkan|cập nhật|cập nhật lần cuối|đăng|अपडेट|अंतिम अपडेट|प्रकाशित",
  "آخر تحديث|تم التحديث|تاريخ النشر|تاريخ التحديث|نشر|تحديث|نُشر|آخرین به‌روزرسانی|به‌روزرسانی|تاریخ انتشار|עודכן|פורסם|עדכון אחרון",
  "更新|最后更新|最後更新|最終更新|最終更新日|更新时间|更新時間|更新日|公開|公開日|掲載|配信|发布|發布|发布时间|發布時間|发表于|發表於|发表时间|修改时间|업데이트|최종 업데이트|최종수정|수정|입력|게시|등록|승인",
];

/** That it was right at a time: within a sentence, this is what the sentence says. */
const CORRECT =
  "as of|correct as of|correct at|accurate as of|information correct|still current at|current as of";

/** "Last updated: 20 November 2026, 14:05", "Stand: 20.11.2026", "Mis à jour il y a 12 minutes": the date of a page. */
const DATED: LineForm = {
  heads: phraseTable(...CHANGED, CORRECT),
  fill: LINKS,
  needs: "time",
};

/** "12 minutes ago", "Updated 3 hours ago", "vor 12 Minuten". */
const AGO: LineForm = {
  heads: phraseTable(
    "ago|vor|il y a|hace|há|fa|geleden|назад|тому|sedan|siden|temu|sitten|önce|πριν|acum|lalu|yang lalu|ezelőtt|पहले|trước|منذ|قبل|پیش|לפני|前|전|之前",
  ),
  fill: phraseTable(
    ...CHANGED,
    CORRECT,
    "about|over|last|för|for|около|etwa|environ|circa|约|約|ca|by|on|and|und|et|y|e",
  ),
  needs: "span",
};

const JUST_NOW: LineForm = {
  heads: phraseTable(
    "just now|moments ago|updated just now|a minute ago|an hour ago|gerade eben|vor einer minute|vor einer stunde|à l'instant|il y a une minute|il y a une heure|hace un minuto|hace una hora|ahora mismo|agora mesmo|há uma hora|há um minuto|un'ora fa|un minuto fa|adesso|zojuist|een minuut geleden|een uur geleden|только что|час назад|刚刚|剛剛|たった今|방금|الآن",
  ),
  fill: phraseTable(
    "updated|published|posted|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt",
  ),
  needs: "nothing",
};

/** "Yesterday, 14:05": what is to come has such lines too, but for another day. */
const YESTERDAY: LineForm = {
  heads: phraseTable(
    "yesterday|gestern|hier|ayer|ontem|ieri|gisteren|i går|wczoraj|včera|вчера|вчора|dün|أمس|昨天|昨日|어제",
  ),
  fill: LINKS,
  needs: "time",
};

export const STAMP_FORMS: readonly LineForm[] = [DATED, AGO, JUST_NOW, YESTERDAY];
