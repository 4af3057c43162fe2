/** The story “The bench by the door”: written, agreed to by everybody, published. */

import { storyway } from './releasing.ts'
import type { Telling } from './telling.ts'

/** Tells it. */
export const tellBenchStory = async (village: Telling, id: number): Promise<void> => {
  const story = storyway(village, village.reading, 'rita', id)
  village.on(34, '18:20')
  await story.write({
    title: 'The bench by the door',
    summary:
      'Some children arrive when the morning circle has begun. A bench beside the door lets them land before they join, and keeps the teacher from stopping.',
    language: 'en',
    mattered:
      'The lateness was not the trouble; the door was. When it opened, the teacher stopped talking, and everybody followed her eyes. A mother told us that her child would rather go home than walk through that door.',
    did: `First we found out **why** four children came late. Somebody asked at the gate for a week: three came on a bus that is never on time.

Then we tried two things:

- *The garden door.* Latecomers came in at the back. It was quiet, but a child told us that “things come in there, and I want to come in by the door for people”. We stopped after a week.
- *A bench by the door.* Whoever comes in sits down, breathes, and joins with the next song. The teacher goes on talking. Nobody says good morning, nobody asks why.

After a week the early children sat there too. So the bench belongs to whoever needs a minute.`,
    unsure:
      'One of us still worries that being on time will seem not to matter. What surprised us: a colleague counted how long we look at a child who comes late. The class looked for two seconds, the teacher for nine.',
    whose:
      'It began with four children who come late and do not like to be seen. It helped a girl we call Lia, who is never late and needs a minute anyway. All it took was an old bench and two mornings in which a colleague could sit in.',
    age_band: '6to8',
    children: '22 children, four of them often late',
    possible: 'One bench, no extra staff, a colleague who sat in on two mornings',
    dimensions: ['ethics', 'practice'],
  })
  village.on(33, '16:20')
  await story.shows('rita', { label: 'The girl we call Lia', child: true, consent: 'both' })
  await story.shows('ines', { label: 'The child at the garden door', child: true, consent: 'both' })
  await story.shows('ines', { label: 'The mother who told us about the door', child: false, consent: 'self' })
  await story.check('ines')
  village.on(32, '08:40')
  await story.askCircle()
  await story.yes('ines')
  await story.yes('joana')
  village.on(31, '21:05')
  for (const who of ['ana', 'henk', 'marta', 'tomas'] as const) await story.yes(who)
  village.on(29, '07:50')
  await story.yes('paulo')
  for (const who of ['rita', 'joana'] as const) await story.named(who, 'name')
  for (const who of ['marta', 'ana', 'tomas', 'henk'] as const) await story.named(who, 'perspective')
  village.on(28, '12:30')
  await story.publish('cc-by-4.0')
}
