/** Writing a story together: who may, what is kept, what is never shown as code. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStory, type StoryVillage } from '../../../../tests/village/story.ts'
import { urls } from '../urls.ts'

let village: StoryVillage
beforeEach(async () => {
  village = await openStory()
})
afterEach(() => village.close())

describe('writing', () => {
  test('members read the draft with where it comes from; visitors and other communities find nothing', async () => {
    expect((await village.page('tomas')).html).toContain('How can each child read aloud without fear?')
    expect((await village.page('zuzana')).status).toBe(404)
    expect((await village.asVisitor(urls.story(village.address))).status).toBe(303)
    expect((await village.asVisitor('/library')).html).not.toContain('Draft')
    expect((await village.page('tomas', urls.library())).html).toContain('Draft')
  })

  test('only authors write; an author may let others write', async () => {
    expect((await village.page('joana', urls.edit(village.address))).status).toBe(404)
    await village.write({ writers: [String(village.people.joana)] })
    expect((await village.page('joana', urls.edit(village.address))).status).toBe(200)
    expect((await village.page('joana', urls.edit(village.address))).html).toContain('Each pair chose one page')
  })

  test('nobody overwrites what somebody else just wrote, and nothing typed is lost', async () => {
    const { revision } = await village.standing()
    await village.write()
    const answer = await village.write({ revision: String(revision), did: 'My own words' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('My own words')
    expect(html).toContain('Somebody else changed the story')
  })

  test('mistakes are told and everything typed stays', async () => {
    const answer = await village.write({ title: '', did: 'Still here' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Still here')
  })

  test('it is ready only when the four questions are answered', async () => {
    expect((await village.ready()).status).toBe(422)
    await village.write()
    expect((await village.ready()).status).toBe(303)
    expect((await village.standing()).state).toBe('consent')
  })

  test('whatever is typed is shown harmlessly', async () => {
    await village.write({
      mattered: '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>',
      title: '"><b>x</b>',
    })
    for (const path of [urls.story(village.address), urls.preview(village.address), urls.edit(village.address)]) {
      const { status, html } = await village.page('rita', path)
      expect(status).toBe(200)
      expect(html).not.toMatch(/<script>alert|href="javascript|<img src=x|"><b>x/)
    }
  })
})
