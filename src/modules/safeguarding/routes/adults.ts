/** The doors of who looks after us: the page everybody reads, and naming. */
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { facilitates, facilitators, members, membersOf } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { show, signedIn } from '../../people/public.ts'
import * as actions from '../actions/adults.ts'
import { answersAbout, keepsRecords } from '../agreeing/store.ts'
import { countryHere, type Here, mistaken, numbered, statusOf } from '../door.ts'
import type { Returned } from '../pages/returned.ts'
import { WhoLookedPage } from '../pages/who-looked-page.tsx'
import { WhoPage } from '../pages/who-page.tsx'
import * as schemas from '../schemas.ts'
import { type AskDaysOff, standingHere } from '../standing.ts'
import { namedLeads } from '../store/adults.ts'
import { keepsHere, lookedAtMine } from '../store/cases.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** Mounts them. */
export const mountAdults = (routes: RouteTable<Visit>, daysOff: AskDaysOff): void => {
  const page = async (c: Here, returned: Returned = {}): Promise<Response> => {
    const { house, scope, place, reader } = c.var
    const { carers, standing, short } = await standingHere(c, daysOff)
    const [named, people, [keeps], [records], [mine]] = await house.db.read(
      scope,
      namedLeads(scope, place.id),
      membersOf(scope, place.id),
      keepsHere(place.id),
      keepsRecords(place.id),
      answersAbout(scope.personId, place.id),
    )
    const tends = facilitates(scope, place.id)
    return show(c, {
      title: words(reader.lang)('who.title'),
      ...statusOf(returned),
      body: h(WhoPage, {
        reader,
        slug: place.slug,
        me: scope.personId,
        carers,
        named: tends ? named : named.filter(({ person_id }) => person_id === scope.personId),
        adults: people.filter(({ perspectives }) => !perspectives.includes('student')),
        short,
        country: countryHere(c, standing),
        tends,
        keeps: keeps?.keeps === true,
        student: mine?.answers !== null,
        keepsRecords: records?.keeps === true,
        ...returned,
      }),
    })
  }
  const after = (c: Here, outcome: Outcome<null>, typed?: Returned['typed']) =>
    outcome.ok ? seeOther(c, urls.who({ slug: c.var.place.slug })) : page(c, mistaken(outcome, typed))

  routes
    .get(urls.who, members, (c) => page(c))
    .post(urls.vetting, facilitators, async (c) => {
      const form = await readForm(c, schemas.vettedForm)
      if (!form.ok) return page(c, form)
      const { house, scope, place } = c.var
      const { person, checkedOn } = form.value
      return after(c, await actions.nameVetted(house, scope, place, person, checkedOn), form.typed)
    })
    .post(urls.vettingEnd, facilitators, async (c) =>
      after(c, await actions.endVetted(c.var.house, c.var.scope, c.var.place, numbered(c, 'person'))),
    )
    .post(urls.naming, facilitators, async (c) => {
      const form = await readForm(c, schemas.leadForm)
      if (!form.ok) return page(c, form)
      return after(c, await actions.nameLead(c.var.house, c.var.scope, c.var.place, form.value.lead), form.typed)
    })
    .post(urls.leadAnswer, members, async (c) => {
      const form = await readForm(c, schemas.leadAnswerForm)
      if (!form.ok) return page(c, form)
      const { house, scope, place } = c.var
      if (form.value.answer === 'yes') return after(c, await actions.acceptLead(house, scope, place))
      return after(c, await actions.endLead(house, scope, place, numbered(c, 'person')))
    })
    .post(urls.country, facilitators, async (c) => {
      const form = await readForm(c, schemas.countryForm)
      if (!form.ok) return page(c, form)
      return after(c, await actions.chooseCountry(c.var.house, c.var.scope, c.var.place, form.value.country))
    })
    .get(urls.mine, signedIn, async (c) => {
      const { house, scope, reader } = c.var
      const [looks] = await house.db.read(scope, lookedAtMine())
      return show(c, {
        title: words(reader.lang)('looked.title'),
        noindex: true,
        body: h(WhoLookedPage, { reader, looks }),
      })
    })
}
