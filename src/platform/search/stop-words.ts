// Words too common to find anything by, folded, per language: left out of index and question alike.
import type { SearchLanguage } from './language.ts'

const listed: Record<SearchLanguage, string> = {
  en: `a about after all also am an and any are as at be because been before being but by can could did do does doing
    down for from had has have he her here hers him his how i if in into is it its just me more most my no nor not of
    off on or our out over own same she should so some such than that the their them then there these they this those
    through to too under up us very was we were what when where which while who whom why will with would you your`,
  pt: `a ao aos as ate com como da das de dela dele deles do dos e ela elas ele eles em entre era essa essas esse esses
    esta estas este estes estou eu foi foram ha isso isto ja lhe lhes mais mas me mesmo meu meus minha minhas muito na
    nao nas nem no nos nossa nosso num numa o os ou para pela pelas pelo pelos por qual quais quando que quem sao se
    sem ser seu seus so sua suas tambem te tem tinha um uma uns umas`,
  nl: `aan al als bij dan dat de der deze die dit doch doen door dus een en er ge geen haar had heb hebben heeft hem
    het hier hij hoe hun ik in is ja je kan me men met mij mijn na naar niet nog nu of om omdat ons ook op over reeds
    te tegen toch toen tot u uit uw van veel voor waar was wat we werd wie wij wil worden wordt ze zich zij zijn zo
    zonder zou`,
  de: `aber als am an auch auf aus bei bin bis bist da damit das dass dein dem den der des dich die dies diese diesem
    diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es fur hab habe haben hat hatte ich ihm
    ihn ihr ihre ihrem ihren ihrer im in ist ja kann mein mich mir mit nach nicht noch nun nur ob oder ohne sehr sein
    seine seinem seinen seiner sich sie sind so uber um und uns unser unter vom von vor war waren was weil wenn wer
    werden wie wir wird wo zu zum zur`,
  sk: `a aby aj ako ale alebo ani ano az bez bol bola boli bolo bude budem budu by byt cez co do ho i ich ich im iba ja
    je jeho jej jemu k kde ked keby ktora ktore ktory ktori ku ma mal mala mi mna mne moj moja moje mu my na nad nam
    nas nasa nase nie nim nimi no o od on ona oni ono po pod podla pre pred pri s sa si so som su sme ste ta tak taky
    tam tato te tej ten tento ti tie to toho tom tomu toto tu ty u uz v vam vas vo vsak z za ze zo`,
  und: '',
}

const folded = Object.fromEntries(
  Object.entries(listed).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
) as Record<SearchLanguage, Set<string>>

/** Whether a folded word is too common in this language to be searched by. */
export function isStopWord(word: string, language: SearchLanguage): boolean {
  return folded[language].has(word)
}
