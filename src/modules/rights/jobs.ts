/** What time does for rights: forgets what is old, writes to whoever has not come for long, and ends their account. */
import type { House } from '../../platform/house.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import { dress } from '../../platform/mail/dress.ts'
import { NotSent } from '../../platform/mail/fault.ts'
import type { Post } from '../../platform/mail/post.ts'
import type { OwnDataPart } from '../../platform/own-data/part.ts'
import { forgetDrafts } from '../challenge/public.ts'
import { atTheDoorSince, forgetAsking } from '../community/public.ts'
import { forgetCarried } from '../dialogue/public.ts'
import { forgetBegun, quietSince, recipientOf, signInHref } from '../people/public.ts'
import { forgetCases, schoolYearEnds } from '../safeguarding/public.ts'
import { erasePerson } from './erasing.ts'
import { daysBefore, dueFor, monthsBefore, type Periods, periodsIn, studentsWordsBefore } from './retention.ts'
import * as store from './store/retention.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const periodsOf = async (house: House): Promise<Periods> => {
  const [[kept]] = await house.db.read({ personId: null }, store.settingOf('retention'))
  return periodsIn(kept?.value)
}

/** Takes away what is older than the site's periods. */
export const forgetOld = async (house: House): Promise<void> => {
  const periods = await periodsOf(house)
  await house.db.asSystem('job', async (tx) => {
    await tx.rows(store.asRetention())
    await tx.rows(store.forgetMail(daysBefore(tx.now, periods.mailDays)))
    for (const step of forgetDrafts(daysBefore(tx.now, periods.draftDays))) await tx.rows(step)
    await tx.rows(forgetBegun(daysBefore(tx.now, periods.begunDays)))
    await tx.rows(store.forgetAudit(monthsBefore(tx.now, periods.auditMonths)))
    await tx.rows(forgetCarried(daysBefore(tx.now, periods.requestDays)))
    if (periods.caseYears > 0) await tx.rows(forgetCases(monthsBefore(tx.now, periods.caseYears * 12)))
  })
}

/** Takes away what students wrote once the months after its school year are over, module by module. */
export const endStudentsWords = async (house: House, parts: readonly OwnDataPart[]): Promise<void> => {
  const { studentMonths } = await periodsOf(house)
  const { language } = await house.settings.current()
  await house.db.asSystem('job', async (tx) => {
    const before = studentsWordsBefore(tx.now, studentMonths, schoolYearEnds)
    const waning = { before, now: tx.now, withdrawn: words(language)('withdrawn') }
    for (const part of parts) await part.wane?.(tx, waning)
  })
}

/** Forgets who typed a code and was not let in; whom only that code brought to the site is erased. */
export const forgetNewcomers = async (house: House, parts: readonly OwnDataPart[]): Promise<void> => {
  const { newcomerDays } = await periodsOf(house)
  const { language } = await house.settings.current()
  await house.db.asSystem('job', async (tx) => {
    const before = daysBefore(tx.now, newcomerDays)
    for (const { person_id: person, nowhere } of await tx.rows(atTheDoorSince(before))) {
      if (nowhere) await erasePerson(tx, parts, { person, choice: 'withdraw', lang: language })
      else await tx.rows(forgetAsking(person, before))
    }
  })
}

/** Looks who has not come for long, and queues what is due for each. */
export const lookForQuiet = async (house: House): Promise<void> => {
  const periods = await periodsOf(house)
  await house.db.asSystem('job', async (tx) => {
    const reminded = new Map((await tx.rows(store.reminders())).map(({ person_id, at }) => [person_id, at]))
    for (const { id, came_at, last } of await tx.rows(quietSince(monthsBefore(tx.now, periods.noticeMonths)))) {
      const due = dueFor(tx.now, periods, { last, remindedAt: reminded.get(id) ?? null })
      if (due === 'letter') {
        await tx.rows(store.noteReminder(id, tx.now))
        await enqueue(tx, 'rights:write-to-quiet', { person: id }, { key: `rights:write-to-quiet ${id}` })
      }
      if (due === 'end') {
        const payload = { person: id, came: came_at.toISOString() }
        await enqueue(tx, 'rights:end-quiet', payload, { key: `rights:end-quiet ${id}` })
      }
    }
  })
}

/** Ends the account of somebody who still has not come; who agreed to nothing takes their words along. */
export const endQuiet = async (
  house: House,
  parts: readonly OwnDataPart[],
  payload: { person: number; came: Date },
): Promise<boolean> => {
  const periods = await periodsOf(house)
  const { language } = await house.settings.current()
  return house.db.asSystem('job', async (tx) => {
    const quiet = await tx.rows(quietSince(monthsBefore(tx.now, periods.endMonths)))
    if (!quiet.some(({ id }) => id === payload.person)) return false
    return erasePerson(tx, parts, { ...payload, choice: 'withdraw', lang: language })
  })
}

const writeToQuiet = async (house: House, post: Post, person: number): Promise<void> => {
  const periods = await periodsOf(house)
  const to = await house.db.asSystem('job', (tx) => recipientOf(tx, person))
  if (!to?.email) return
  const t = words(to.lang)
  const { siteName } = await house.settings.current()
  const subject = t('quiet.subject', { site: siteName })
  const letter = dress({
    lang: to.lang,
    siteName,
    title: subject,
    parts: [
      {
        text: t('quiet.text', { months: periods.noticeMonths, end: periods.endMonths }),
        button: { label: t('quiet.button'), href: house.baseUrl + signInHref(urls.mine()) },
      },
    ],
    foot: [],
  })
  await post({ to: to.email, subject, sender: siteName, ...letter }).catch((fault) => {
    if (!(fault instanceof NotSent && fault.outlook === 'address')) throw fault
  })
}

/** The tasks of rights, over what each module says is a person's. */
export const rightsTasks = (house: House, parts: readonly OwnDataPart[], post: Post): Tasks => ({
  'rights:forget': () => forgetOld(house),
  'rights:end-students-words': () => endStudentsWords(house, parts),
  'rights:forget-newcomers': () => forgetNewcomers(house, parts),
  'rights:look-for-quiet': () => lookForQuiet(house),
  'rights:write-to-quiet': (payload) => writeToQuiet(house, post, Number(payload.person)),
  'rights:end-quiet': async (payload) => {
    await endQuiet(house, parts, { person: Number(payload.person), came: new Date(String(payload.came)) })
  },
})
