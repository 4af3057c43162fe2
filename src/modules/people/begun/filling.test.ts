/** Filling a form again: every kind of field, what is left alone, what has changed, and words that try to break out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BegunField } from './begun.ts'
import { escaped, fill, mark } from './filling.ts'

const field = (name: string, ...values: string[]): BegunField => ({ name, kind: 'text', label: '', values })
const choice = (name: string, ...values: string[]): BegunField => ({ name, kind: 'choice', label: '', values })

const page = `<main><form action="/search" method="get"><input name="q" value="x"/></form>
<form class="form" action="/c/a/threads/1" method="post"><input type="hidden" name="once" value="fresh"/>
<input type="hidden" name="replyTo" value="5"/><input class="box" type="text" name="title" value="old &quot;one&quot;"/>
<textarea class="box" name="text">
before</textarea><select name="language"><option value="en" selected>English</option><option value="pt">Português</option></select>
<label><input type="radio" name="audience" value="community" checked/></label><label><input type="radio" name="audience" value="me"/></label>
<label><input type="checkbox" name="nameless" value="yes"/></label><input type="password" name="now" value=""/><input type="file" name="file"/></form></main>`

const filled = (fields: BegunField[], action = '/c/a/threads/1') => fill(page, action, fields, () => '<p>kept</p>')

test('Words, lines, lists and choices stand where they stood; the line comes first in the form', () => {
  const made = filled([
    field('title', 'New "title" <b>'),
    field('text', 'One\n  two & three'),
    choice('language', 'pt'),
    choice('audience', 'me'),
    choice('nameless', 'yes'),
  ])
  expect(made?.homeless).toEqual([])
  expect(made?.html).toContain('method="post"><p>kept</p>')
  expect(made?.html).toContain('name="title" value="New &quot;title&quot; &lt;b&gt;">')
  expect(made?.html).toContain('<textarea class="box" name="text">\nOne\n  two &amp; three</textarea>')
  expect(made?.html).toContain('<option value="pt" selected>')
  expect(made?.html).toContain('<option value="en">')
  expect(made?.html).toContain('value="me" checked>')
  expect(made?.html).not.toContain('value="community" checked')
  expect(made?.html).toContain('name="nameless" value="yes" checked>')
  expect(made?.html).toContain('<input name="q" value="x"/>')
})

test('What a page hides, passwords and files stay as the page has them', () => {
  const made = filled([field('once', 'stale'), field('now', 'secret'), field('file', 'x'), field('replyTo', '5')])
  expect(made?.html).toContain('name="once" value="fresh"')
  expect(made?.html).toContain('name="now" value=""')
  expect(made?.homeless.map(({ name }) => name)).toEqual(['now', 'file'])
})

test('An answer to another voice is another form, and a page without the form says so', () => {
  expect(filled([field('replyTo', '6'), field('text', 'a')])).toBeUndefined()
  expect(fill('<p>gone</p>', '/c/a/threads/1', [field('text', 'a')], () => '')).toBeUndefined()
  expect(filled([field('word', 'a')], '/moved')).toBeUndefined()
})

test('A form that moved is found by its fields; what it has no place for any more is told', () => {
  expect(filled([field('text', 'still here')], '/c/a/elsewhere')?.html).toContain('still here')
  const made = filled([field('text', 'a'), field('why', 'a lost word'), choice('audience', 'network')])
  expect(made?.homeless.map(({ name }) => name)).toEqual(['why', 'audience'])
  expect(made?.html).toContain('value="community" checked')
})

test('A choice taken back stays taken back', () => {
  const ticked = page.replace('value="yes"/>', 'value="yes" checked/>')
  expect(fill(ticked, '/c/a/threads/1', [choice('nameless')], () => '')?.html).not.toContain('value="yes" checked')
})

test('The mark of a form that came back with mistakes changes nothing else', () => {
  expect(mark(page, '/c/a/threads/1', '<i></i>').replace('<i></i>', '')).toBe(page)
  expect(mark('<p></p>', '/c/a/threads/1', '<i></i>')).toBe('<p></p>')
})

test('Whatever was typed comes back as typed, and nothing of it becomes part of the page', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, text) => {
      const made = filled([field('title', title), field('text', text)])
      expect(made?.html).toContain(`value="${escaped(title)}"`)
      expect(made?.html).toContain(`>\n${escaped(text)}</textarea>`)
      const tags = /<(form|textarea|input|script)\b/g
      expect(made?.html.match(tags)).toEqual(page.match(tags))
    }),
  )
})
