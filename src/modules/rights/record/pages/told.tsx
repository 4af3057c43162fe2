/** What the record and the privacy notice both tell: of a purpose, on which basis, how long, and who receives. */
import type { Language } from '../../../../platform/words/words.ts'
import { Definitions } from '../../../../ui/definition.tsx'
import type { Periods } from '../../retention.ts'
import type { Controller, Purpose, Signed } from '../purposes.ts'
import { words } from '../words.ts'

/** What both pages are given. */
export interface Told {
  readonly lang: Language
  readonly zone: string
  readonly siteName: string
  readonly controller: Controller
  readonly periods: Periods
  readonly signed: readonly Signed[]
  /** Letters leave by a mail server of the site's. */
  readonly mailServer: boolean
}

/** How long what belongs to a purpose is kept, by the periods that hold now. */
export const howLong = ({ lang, periods }: Told, purpose: Purpose): string =>
  words(lang)(`long.${purpose}`, {
    end: periods.endMonths,
    audit: periods.auditMonths,
    drafts: periods.draftDays,
    begun: periods.begunDays,
    students: periods.studentMonths,
    cases: periods.caseYears,
  })

/** The basis as signed, or that none is. */
export const basisOf = ({ lang, signed }: Told, purpose: Purpose): string => {
  const t = words(lang)
  const found = signed.find((one) => one.purpose === purpose)
  return found ? t(`basis.${found.basis}`) : t('basis.none')
}

const lines = ['name', 'contact', 'officer', 'joint', 'host', 'authority'] as const

/** Who answers for the site. */
export const WhoAnswers = ({ lang, controller }: Pick<Told, 'lang' | 'controller'>) => {
  const t = words(lang)
  const known = lines.filter((line) => controller[line] !== '')
  if (known.length === 0) return <p>{t('controller.unknown')}</p>
  return <Definitions items={known.map((line) => ({ term: t(`controller.${line}`), text: controller[line] }))} />
}
