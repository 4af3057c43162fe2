// The endings and irregular words of Slovak, written without accents.

const verbsInOvat = [
  ...[
    'ovat',
    'oval',
    'ovala',
    'ovalo',
    'ovali',
    'uje',
    'ujem',
    'ujes',
    'ujeme',
    'ujete',
    'uju',
    'ujuc',
    'uj',
    'ujme',
    'ujte',
  ],
  ...['ujuci', 'ujuca', 'ujuce', 'ujuceho', 'ujucemu', 'ujucej', 'ujucou', 'ujucich', 'ujucim', 'ujucimi'],
  ...['ovany', 'ovana', 'ovane', 'ovaneho', 'ovanej', 'ovanu', 'ovanou', 'ovanych', 'ovanym', 'ovanymi', 'ovanom'],
  ...['ovanie', 'ovania', 'ovaniu', 'ovanim', 'ovani'],
]

const verbs = [
  ...['at', 'al', 'ala', 'alo', 'ali', 'am', 'as', 'ame', 'ate', 'aju', 'aj', 'ajme', 'ajte', 'ajuc'],
  ...['it', 'il', 'ila', 'ilo', 'ili', 'im', 'is', 'ime', 'ite', 'ia', 'iac'],
  ...['iet', 'iel', 'iela', 'ielo', 'ieli', 'iem', 'ies', 'ieme', 'iete', 'eju', 'et', 'el', 'ela', 'elo', 'eli'],
  ...['ut', 'ul', 'ula', 'ulo', 'uli', 'ol', 'em', 'es', 'eme', 'ete', 'u'],
]

const nouns = [
  ...[
    'a',
    'e',
    'i',
    'o',
    'u',
    'y',
    'ou',
    'om',
    'ov',
    'ovi',
    'ovia',
    'mi',
    'ami',
    'iami',
    'ach',
    'iach',
    'och',
    'am',
    'iam',
  ],
  ...['ia', 'ie', 'ii', 'iu', 'iou', 'ej', 'im', 'ich', 'ata', 'atu', 'ati', 'atom', 'ence', 'eniec', 'ium'],
]

const adjectives = [
  ...['y', 'eho', 'emu', 'ej', 'ou', 'om', 'ym', 'ych', 'ymi', 'im', 'imi', 'ich', 'ieho', 'iemu', 'iej', 'iou', 'iom'],
  ...['ejsi', 'ejsia', 'ejsie', 'ejsieho', 'ejsiemu', 'ejsej', 'ejsiu', 'ejsou', 'ejsom', 'ejsim', 'ejsich', 'ejsimi'],
  ...['si', 'sia', 'sie', 'sieho', 'siemu', 'sej', 'siu', 'sou', 'som', 'sim', 'sich', 'simi'],
]

/** Every ending once, longest first: the longest that leaves enough of the word is taken. */
export const endings = [...new Set([...verbsInOvat, ...verbs, ...nouns, ...adjectives])].sort(
  (one, other) => other.length - one.length,
)

const irregularForms: Record<string, string> = {
  diet: 'dieta dietata dietatu dietatom dietati deti detom detmi detoch det',
  pes: 'pes psa psovi psom psy psi psov psoch psami psom',
  den: 'den dna dnu dnom dni dnoch dnami',
  clovek: 'clovek cloveka clovekovi clovekom cloveku ludia ludi ludom ludmi ludoch',
  oko: 'oko oka oku okom oci ocami ociam ociach',
  ucho: 'ucho ucha uchu uchom usi usami usiam usiach',
  hra: 'hra hry hru hre hrou hier hram hrach hrami',
  otec: 'otec otca otcovi otcom otcovia otcov otcoch otcami',
}

/** Words whose forms no ending explains, with the lexeme they share. */
export const irregular = new Map(
  Object.entries(irregularForms).flatMap(([lexeme, forms]) => forms.split(' ').map((form) => [form, lexeme] as const)),
)
