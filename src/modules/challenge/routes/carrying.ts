/** The doors by which a question is carried on: what we don't know, where we differ, its states, the answer. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { z } from 'zod'
import type { House } from '../../../platform/house.ts'
import { type Read, readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { members } from '../../community/public.ts'
import { storyUrl } from '../../library/public.ts'
import type { MemberScope, Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import * as actions from '../actions/carry.ts'
import { makeStory } from '../actions/make-story.ts'
import { challengePage, namedChallenge, onceFor, refused, statusOf } from '../door.ts'
import { AnswerPage } from '../pages/answer-page.tsx'
import { EvidencePage } from '../pages/evidence-page.tsx'
import type { Returned } from '../pages/mistake.ts'
import { answerForm, differenceForm, evidenceForm, moveForm, noForm, unknownForm } from '../schemas.ts'
import { urls } from '../urls.ts'
import { numberIn, wholeChallenge } from '../whole.ts'
import { words } from '../words.ts'

interface Acting<T> {
  readonly house: House
  readonly scope: MemberScope
  readonly id: number
  readonly value: T
  readonly once: string | undefined
}

/** A form on the page of a question: acts, and comes back to the page, at `anchor`, or with its mistakes. */
const onPage =
  <S extends z.ZodType>(
    schema: S,
    anchor: string,
    act: (c: Context<Visit>, on: Acting<z.output<S>>) => Promise<Outcome<unknown>>,
  ) =>
  async (c: Context<Visit>): Promise<Response> => {
    const found = await namedChallenge(c)
    if (!found) return notFound(c)
    const form: Read<z.output<S>> = await readForm(c, schema)
    if (!form.ok) return challengePage(c, form)
    const { house, scope, place } = c.var
    const outcome = await act(c, { house, scope, id: found.id, value: form.value, once: form.once })
    if (!outcome.ok) return challengePage(c, refused(outcome, form.typed))
    return seeOther(c, `${urls.challenge({ slug: place.slug, id: found.id })}#${anchor}`)
  }

const part = (c: Context<Visit>, name: string): number => numberIn(c.req.param(name)) ?? 0

const evidencePage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const whole = await wholeChallenge(c, numberIn(c.req.param('id')))
  const item = whole?.unknowns.find((one) => one.id === part(c, 'unknown'))
  if (!whole || !item) return notFound(c)
  const { reader } = c.var
  return show(c, {
    title: words(reader.lang)('evidence.title'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(EvidencePage, { lang: reader.lang, zone: reader.zone, whole, item, once: onceFor(c), ...returned }),
  })
}

const answerPage = async (c: Context<Visit>, returned: Returned = {}): Promise<Response> => {
  const whole = await wholeChallenge(c, numberIn(c.req.param('id')))
  if (!whole) return notFound(c)
  const { reader } = c.var
  return show(c, {
    title: words(reader.lang)('answer.pageTitle'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(AnswerPage, { lang: reader.lang, zone: reader.zone, whole, once: onceFor(c), ...returned }),
  })
}

/** Mounts them. */
export const mountCarrying = (table: RouteTable<Visit>): RouteTable<Visit> =>
  table
    .post(
      urls.unknowns,
      members,
      onPage(unknownForm, 'unknowns', (c, { house, scope, id, value, once }) =>
        actions.addUnknown(house, scope, id, { words: value.unknown, language: c.var.reader.lang }, once),
      ),
    )
    .get(urls.unknown, members, (c) => evidencePage(c))
    .post(urls.unknown, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const found = await namedChallenge(c)
      if (!found) return notFound(c)
      const form = await readForm(c, evidenceForm)
      if (!form.ok) return evidencePage(c, form)
      const { evidence, where } = form.value
      const said = { words: evidence, language: reader.lang, contribution: where }
      const outcome = await actions.closeUnknown(house, scope, found.id, part(c, 'unknown'), said, form.once)
      if (!outcome.ok) return evidencePage(c, refused(outcome, form.typed))
      return seeOther(c, `${urls.challenge({ slug: place.slug, id: found.id })}#unknowns`)
    })
    .post(
      urls.reopenUnknown,
      members,
      onPage(noForm, 'unknowns', (c, { house, scope, id, once }) =>
        actions.reopenUnknown(house, scope, id, part(c, 'unknown'), once),
      ),
    )
    .post(
      urls.takeBackUnknown,
      members,
      onPage(noForm, 'unknowns', (c, { house, scope, id, once }) =>
        actions.takeBackUnknown(house, scope, id, part(c, 'unknown'), once),
      ),
    )
    .post(
      urls.differences,
      members,
      onPage(differenceForm, 'differences', (c, { house, scope, id, value, once }) =>
        actions.addDifference(house, scope, id, { words: value.difference, language: c.var.reader.lang }, once),
      ),
    )
    .post(
      urls.takeBackDifference,
      members,
      onPage(noForm, 'differences', (c, { house, scope, id, once }) =>
        actions.takeBackDifference(house, scope, id, part(c, 'difference'), once),
      ),
    )
    .post(
      urls.move,
      members,
      onPage(moveForm, 'next', (_c, { house, scope, id, value, once }) =>
        actions.move(house, scope, id, value.move, once),
      ),
    )
    .get(urls.answer, members, (c) => answerPage(c))
    .post(urls.answer, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const found = await namedChallenge(c)
      if (!found) return notFound(c)
      const form = await readForm(c, answerForm)
      if (!form.ok) return answerPage(c, form)
      const said = { known: form.value.known, staysOpen: form.value.open, language: reader.lang }
      const outcome = await actions.answer(house, scope, found.id, said, form.once)
      if (!outcome.ok) return answerPage(c, refused(outcome, form.typed))
      return seeOther(c, `${urls.challenge({ slug: place.slug, id: found.id })}#outcome`)
    })
    .post(urls.story, members, async (c) => {
      const { house, scope, place } = c.var
      const found = await namedChallenge(c)
      if (!found) return notFound(c)
      const form = await readForm(c, noForm)
      const outcome = await makeStory(house, scope, found.id, form.once)
      return outcome.ok
        ? seeOther(c, storyUrl(place.slug, outcome.value.story))
        : challengePage(c, refused(outcome, form.typed))
    })
