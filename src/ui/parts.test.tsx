/** The parts say what they must: ids that lead to fields, counted rings, an end of pages, dates that exist. */
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { languages } from '../platform/words/words.ts'
import { dateParts, dateTyped } from './date-fields.tsx'
import { initialsOf } from './face.tsx'
import { ErrorSummary } from './form.tsx'
import { Gallery } from './gallery.tsx'
import { numbersAround } from './pagination.tsx'
import { Ring } from './ring.tsx'
import { TextArea, TextField } from './text-field.tsx'

describe('parts', () => {
  it('ties a field to its hint and its mistake', () => {
    const html = renderToString(<TextField name="email" label="E-mail" hint="Yours" error="Write one" value="rita@" />)
    expect(html).toContain('aria-describedby="email-hint email-error"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('value="rita@"')
    expect(html).toContain('for="email"')
  })

  it('keeps what was typed, first line break and all, and escapes it', () => {
    expect(renderToString(<TextArea name="say" label="Say" value={'\n</textarea><b>'} />)).toContain(
      '>\n\n&lt;/textarea',
    )
  })

  it('leads from the summary to the field, and shows nothing when all is well', () => {
    expect(renderToString(<ErrorSummary lang="en" errors={[{ field: 'email', message: 'Write one' }]} />)).toContain(
      'href="#email"',
    )
    expect(renderToString(<ErrorSummary lang="en" errors={[]} />)).toBe('')
  })

  it('counts a ring in every language', () => {
    for (const lang of languages) {
      expect(renderToString(<Ring lang={lang} seats={['heard', 'passed', 'now', 'waiting', 'waiting']} />)).toMatch(
        /aria-label="[^"{]+2/,
      )
    }
  })

  it('shows first, last and near pages', () => {
    expect(numbersAround(1, 3)).toEqual([1, 2, 3])
    expect(numbersAround(4, 12)).toEqual([1, 2, 3, 4, 5, 0, 12])
    expect(numbersAround(6, 12)).toEqual([1, 0, 5, 6, 7, 0, 12])
  })

  it('takes only days that exist', () => {
    expect(dateTyped({ day: '3', month: '12', year: '2026' })).toBe('2026-12-03')
    expect(dateTyped({ day: '31', month: '2', year: '2026' })).toBeUndefined()
    expect(dateTyped({ day: '', month: '2', year: '2026' })).toBeUndefined()
    expect(dateParts('2026-12-03')).toEqual({ day: '3', month: '12', year: '2026' })
  })

  it('takes initials as people write their names', () => {
    expect(initialsOf('Henk de Vries')).toBe('HV')
    expect(initialsOf('Inês Duarte')).toBe('ID')
    expect(initialsOf('tomás')).toBe('T')
    expect(initialsOf('')).toBe('')
  })

  it('gives every id once, and no style attribute anywhere', () => {
    const html = renderToString(<Gallery lang="sk" />)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).not.toMatch(/ style=/)
  })
})
