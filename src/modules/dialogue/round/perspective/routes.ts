/** The doors of the question to them: putting it, and writing down what came of it. */
import { type FieldError, readForm, type Typed } from '../../../../platform/http/form.ts'
import { seeOther } from '../../../../platform/http/render.ts'
import type { RouteTable } from '../../../../platform/http/routes.ts'
import { members } from '../../../community/public.ts'
import type { Visit } from '../../../people/contract.ts'
import { askNames, wentBack } from '../../../safeguarding/public.ts'
import { type Here, numbered } from '../../door.ts'
import { mistake, roundPage } from '../door.ts'
import { urls } from '../urls.ts'
import { askThem, keepTheirAnswer } from './actions.ts'
import { questionForm, theirAnswerForm } from './schemas.ts'

const toRound = (c: Here) => seeOther(c, urls.round({ slug: c.var.place.slug, id: numbered(c) }))
const again = (c: Here, them: Typed, errors?: readonly FieldError[]) =>
  roundPage(c, errors ? { them, errors } : { them })

/** Mounts them. */
export const mountPerspective = (routes: RouteTable<Visit>): void => {
  routes
    .post(urls.them, members, async (c) => {
      const form = await readForm(c, questionForm)
      const { typed } = form
      if (!form.ok) return again(c, typed, form.errors)
      if (wentBack(typed)) return again(c, typed)
      const { language, names } = form.value
      const asked = await askNames(c, { typed, fields: ['text'], language, circle: 'community', answer: names })
      if (asked) return asked
      const put = await askThem(c.var.house, c.var.scope, numbered(c), form.value, form.once)
      return put.ok ? toRound(c) : again(c, typed, mistake(put))
    })
    .post(urls.theirAnswer, members, async (c) => {
      const form = await readForm(c, theirAnswerForm)
      const { typed } = form
      if (!form.ok) return again(c, typed, form.errors)
      if (wentBack(typed)) return again(c, typed)
      const { language, names, answer: text, ...rest } = form.value
      const about = { typed, fields: ['answer'], language, circle: 'community', answer: names }
      const asked = rest.how === 'answered' && (await askNames(c, about))
      if (asked) return asked
      const kept = await keepTheirAnswer(c.var.house, c.var.scope, numbered(c), { ...rest, text, language }, form.once)
      return kept.ok ? toRound(c) : again(c, typed, mistake(kept))
    })
    .get(urls.them, members, toRound)
    .get(urls.theirAnswer, members, toRound)
}
