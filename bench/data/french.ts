/** Clean French, full of sequences that look like damaged English: repair must leave every character alone. */
export const FRENCH_SENTENCES: readonly string[] = [
  "Le château de la ville a brûlé hier soir, et l’on ne connaît pas encore la cause du sinistre.",
  "À l’âge de 84 ans, la doyenne du théâtre a fêté ses soixante années de scène.",
  "« Nous n’avons plus le temps d’attendre », a déclaré la maire à l’issue du conseil.",
  "La tâche des secouristes — une vingtaine d’hommes — s’annonçait rude dès l’aube.",
  "Les pâtissiers du marché ont lâché leurs tabliers pour une journée de grève.",
  "Il a plu 38 mm entre 6 h et 9 h, soit le double d’un mois d’août ordinaire.",
  "Le bâtiment, bâti en 1911, abritait un atelier de câbles jusqu’en 1978.",
  "Grâce à un don de 12 000 €, l’école rachètera des ordinateurs et des pupitres.",
  "L’enquête « avance lâchement », râle un témoin : on l’a entendu deux fois, jamais confronté.",
  "Où passera le tramway ? Ni la région ni l’agglomération ne le disent.",
  "LE MÂT DU NAVIRE S’EST BRISÉ AU LARGE D’OUESSANT, ANNONCE LA PRÉFECTURE.",
  "Les pâtes, le plâtre et la bâche : voilà, dit-elle, ce qui manque le plus aux sinistrés.",
  "Ça n’a l’air de rien, mais le “plan B” du ministre coûterait 3 % de plus par foyer.",
  "Le maître-nageur, âgé de dix-neuf ans, gâchait ses vacances à compter les baigneurs.",
  "Vingt-deux élèves ont dû rester à l’hôpital ; trois d’entre eux y passeront la nuit.",
  "La bûche, les marrons, le champagne… tout a augmenté, constate l’association de consommateurs.",
];
