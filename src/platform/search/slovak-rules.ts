// The endings of Slovak, written without accents, longest first within each step of the stemmer.

/** Endings of nouns, adjectives and verbs; the longest that leaves enough of the word is taken. */
export const endings = [
  // verbs in -ovať: pracovať, pracujem, pracoval, pracovaný
  ...['ovat', 'oval', 'ovala', 'ovalo', 'ovali', 'uje', 'ujem', 'ujes', 'ujeme', 'ujete', 'uju', 'ujuc', 'uj', 'ujme', 'ujte'],
  ...['ujuci', 'ujuca', 'ujuce', 'ujuceho', 'ujucemu', 'ujucej', 'ujucou', 'ujucich', 'ujucim', 'ujucimi'],
  ...['ovany', 'ovana', 'ovane', 'ovani', 'ovaneho', 'ovanej', 'ovanu', 'ovanou', 'ovanych', 'ovanym', 'ovanymi', 'ovanom'],
  ...['ovanie', 'ovania', 'ovaniu', 'ovanim', 'ovani'],
  // verbs in -ať, -iť, -ieť, -núť
  ...['at', 'al', 'ala', 'alo', 'ali', 'am', 'as', 'ame', 'ate', 'aju', 'aj', 'ajme', 'ajte', 'ajuc'],
  ...['it', 'il', 'ila', 'ilo', 'ili', 'im', 'is', 'ime', 'ite', 'ia', 'iac'],
  ...['iet', 'iel', 'iela', 'ielo', 'ieli', 'iem', 'ies', 'ieme', 'iete', 'eju', 'et', 'el', 'ela', 'elo', 'eli'],
  ...['ut', 'ul', 'ula', 'ulo', 'uli', 'ol'],
  ...['em', 'es', 'eme', 'ete', 'u'],
  // nouns
  ...['a', 'e', 'i', 'o', 'u', 'y', 'ou', 'om', 'ov', 'ovi', 'ovia', 'mi', 'ami', 'iami', 'ach', 'iach', 'och', 'am', 'iam'],
  ...['ia', 'ie', 'ii', 'iu', 'iou', 'ej', 'im', 'im', 'ich', 'ata', 'atu', 'ati', 'atom', 'ence', 'eniec', 'ium'],
  // adjectives, with their comparatives
  ...['y', 'eho', 'emu', 'ej', 'ou', 'om', 'ym', 'ych', 'ymi', 'im', 'imi', 'ich', 'ieho', 'iemu', 'iej', 'iou', 'iom'],
  ...['ejsi', 'ejsia', 'ejsie', 'ejsieho', 'ejsiemu', 'ejsej', 'ejsiu', 'ejsou', 'ejsom', 'ejsim', 'ejsich', 'ejsimi'],
  ...['si', 'sia', 'sie', 'sieho', 'siemu', 'sej', 'siu', 'sou', 'som', 'sim', 'sich', 'simi'],
]
