/** The doors of what students and families say: the records, a student's own page, and the ages of the site. */
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { members, qrSquares } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { administrators, notFound, show } from '../../people/public.ts'
import { type Here, mistaken, numbered, statusOf } from '../door.ts'
import * as actions from './actions.ts'
import { agesForm, agesIn, agesTyped } from './ages.ts'
import { agesFor, dayOfMoment, takingPart, verdictOn } from './judging.ts'
import { AgesPage } from './pages/ages-page.tsx'
import { FamiliesPage } from './pages/families-page.tsx'
import { FamilyPage } from './pages/family-page.tsx'
import { LetterPage } from './pages/letter-page.tsx'
import { MinePage } from './pages/mine-page.tsx'
import type { Returned } from './pages/returned.ts'
import * as schemas from './schemas.ts'
import * as store from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const say = (c: Here) => words(c.var.reader.lang)
const today = (c: Here) => dayOfMoment(c.var.house.clock.now())

const familiesPage = async (c: Here): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[keeps], [asks], students, [here]] = await house.db.read(
    scope,
    store.keepsRecords(place.id),
    store.asksHere(place.id),
    store.studentsHere(place.id),
    store.answersAbout(scope.personId, place.id),
  )
  if (!keeps?.keeps || !here) return notFound(c)
  return show(c, {
    title: say(c)('families.title'),
    body: h(FamiliesPage, {
      reader,
      slug: place.slug,
      asks: asks?.asks === true,
      age: agesFor(students[0] ?? here).participation,
      students: students.map((one) => ({ ...one, heard: verdictOn(takingPart, one, today(c)) })),
    }),
  })
}

const familyPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const person = numbered(c, 'person')
  const [[student], guardians, recorded] = await house.db.read(
    scope,
    store.studentHere(place.id, person),
    store.guardiansOf(place.id, person),
    store.recordedOf(place.id, person),
  )
  if (!student) return notFound(c)
  return show(c, {
    title: student.name,
    noindex: true,
    ...statusOf(returned),
    body: h(FamilyPage, {
      reader,
      slug: place.slug,
      student,
      heard: verdictOn(takingPart, student, today(c)),
      guardians,
      recorded,
      once: house.secret(18),
      ...returned,
    }),
  })
}

const letterPage = async (c: Here, secret: string): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[student], [guardian]] = await house.db.read(
    scope,
    store.studentHere(place.id, numbered(c, 'person')),
    store.guardianById(place.id, numbered(c)),
  )
  if (!student || !guardian) return notFound(c)
  const link = `${house.baseUrl}${urls.link({ token: secret })}`
  const props = { lang: reader.lang, slug: place.slug, community: place.name, student, guardian, link }
  c.header('referrer-policy', 'no-referrer')
  return show(c, {
    title: say(c)('letter.title', { guardian: guardian.name }),
    noindex: true,
    body: h(LetterPage, { ...props, squares: qrSquares(link) }),
  })
}

// A person of the address without records here, and whoever does not keep them, find nothing.
const after = (c: Here, outcome: Outcome<unknown>, returned: Returned = {}) => {
  const where = { slug: c.var.place.slug, person: numbered(c, 'person') }
  return outcome.ok
    ? seeOther(c, urls.family(where))
    : familyPage(c, { ...returned, ...mistaken(outcome, returned.typed) })
}

const minePage = async (c: Here): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[mine]] = await house.db.read(scope, store.answersAbout(scope.personId, place.id))
  if (!mine?.answers) return notFound(c)
  return show(c, {
    title: say(c)('mine.title'),
    noindex: true,
    body: h(MinePage, {
      lang: reader.lang,
      slug: place.slug,
      answers: mine.answers,
      saved: c.req.query('saved') === 'yes',
    }),
  })
}

const agesPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, reader } = c.var
  const [[kept]] = await house.db.read(scope, store.agesKept())
  return show(c, {
    title: say(c)('ages.title'),
    noindex: true,
    ...statusOf(returned),
    body: h(AgesPage, {
      lang: reader.lang,
      ages: agesIn(kept?.value),
      saved: c.req.query('saved') === 'yes',
      ...(returned.typed ? { typed: returned.typed } : {}),
      ...(returned.errors ? { errors: returned.errors } : {}),
    }),
  })
}

/** Mounts them. `afterAnswer` is what an answer brings about elsewhere. */
export const mountAgreeing = (routes: RouteTable<Visit>, afterAnswer: actions.AfterAnswer): void => {
  routes
    .get(urls.families, members, (c) => familiesPage(c))
    .post(urls.asking, members, async (c) => {
      const form = await readForm(c, schemas.askingForm)
      const { house, scope, place } = c.var
      if (!form.ok) return familiesPage(c)
      const chosen = await actions.askGuardians(house, scope, place, form.value.asks === 'yes')
      return chosen.ok ? seeOther(c, `${urls.families({ slug: place.slug })}#asks`) : notFound(c)
    })
    .get(urls.family, members, (c) => familyPage(c))
    .post(urls.age, members, async (c) => {
      const form = await readForm(c, schemas.ageForm)
      if (!form.ok) return familyPage(c, form)
      const { house, scope, place } = c.var
      return after(c, await actions.noteAge(house, scope, place, numbered(c, 'person'), form.value.band, afterAnswer))
    })
    .post(urls.guardians, members, async (c) => {
      const form = await readForm(c, schemas.guardianForm)
      if (!form.ok) return familyPage(c, form)
      const { house, scope, place } = c.var
      const input = { ...form.value, student: numbered(c, 'person') }
      return after(c, await actions.addGuardian(house, scope, place, input, form.once), form)
    })
    .post(urls.letter, members, async (c) => {
      const made = await actions.makeLink(c.var.house, c.var.scope, c.var.place, numbered(c))
      return made.ok ? letterPage(c, made.value.secret) : after(c, made)
    })
    .post(urls.linkEnd, members, async (c) =>
      after(c, await actions.endLink(c.var.house, c.var.scope, c.var.place, numbered(c))),
    )
    .post(urls.restriction, members, async (c) => {
      const form = await readForm(c, schemas.restrictionForm)
      if (!form.ok) return familyPage(c, form)
      const { house, scope, place } = c.var
      return after(
        c,
        await actions.restrict(house, scope, place, numbered(c), form.value.restricted === 'yes', afterAnswer),
      )
    })
    .post(urls.paper, members, async (c) => {
      const form = await readForm(c, schemas.paperForm)
      const of = numbered(c)
      if (!form.ok) return familyPage(c, { ...form, of })
      const { house, scope, place } = c.var
      const kept = await actions.recordAnswers(house, scope, place, of, form.value, { once: form.once, afterAnswer })
      return after(c, kept, { typed: form.typed, of })
    })
    .get(urls.mine, members, (c) => minePage(c))
    .post(urls.mine, members, async (c) => {
      const form = await readForm(c, schemas.answerForm)
      if (!form.ok) return minePage(c)
      const { house, scope, place } = c.var
      const said = await actions.sayMyself(house, scope, place, form.value, afterAnswer)
      return said.ok ? seeOther(c, urls.mine({ slug: place.slug }, { saved: 'yes' })) : notFound(c)
    })
    .get(urls.ages, administrators, (c) => agesPage(c))
    .post(urls.ages, administrators, async (c) => {
      const form = await readForm(c, agesForm)
      if (!form.ok) return agesPage(c, form)
      const set = await actions.setAges(c.var.house, c.var.scope, agesTyped(form.value))
      return set.ok ? seeOther(c, urls.ages({}, { saved: 'yes' })) : agesPage(c, mistaken(set, form.typed))
    })
}
