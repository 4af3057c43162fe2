/** The rules of a community's rhythm: what may be proposed, when a group has confirmed, when a community is quiet. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedUntil, isConfirmed, mayAnswer, mayConclude } from './confirming.ts'
import { isToBeAsked, type Pulse, QUIET_AFTER_DAYS } from './quiet.ts'
import { afterMove, mayBeProposed, proposables, type Standing, stages } from './stage.ts'

const DAY_MS = 86_400_000
const begun = new Date('2026-09-01T10:00:00Z')
const dayAfter = (days: number) => new Date(begun.getTime() + days * DAY_MS)

describe('standing', () => {
  const standings: Standing[] = [...stages, 'dormant', 'closed']

  it('changes only to something else; a resting community wakes first, and a closed one opens first', () => {
    for (const standing of standings)
      for (const wanted of proposables) {
        const awake = standing !== 'dormant' && standing !== 'closed'
        const may = wanted === 'closed' ? standing !== 'closed' : awake && standing !== wanted
        expect(mayBeProposed(standing, wanted), `${standing} to ${wanted}`).toBe(may)
      }
  })

  it('comes back to the stage it rested or closed in', () => {
    for (const stage of stages) {
      expect(afterMove(stage, null, 'rest')).toBe('dormant')
      expect(afterMove('dormant', stage, 'wake')).toBe(stage)
      expect(afterMove('closed', stage, 'reopen')).toBe(stage)
      for (const move of ['wake', 'reopen'] as const) expect(afterMove(stage, stage, move)).toBeUndefined()
    }
    expect(afterMove('dormant', null, 'wake')).toBe('potential')
    for (const move of ['rest', 'wake'] as const) expect(afterMove('closed', 'maturing', move)).toBeUndefined()
    for (const move of ['rest', 'reopen'] as const) expect(afterMove('dormant', 'maturing', move)).toBeUndefined()
  })
})

describe('confirming', () => {
  it.each([
    ['maturing', 2, 0, 8, true],
    ['maturing', 1, 0, 8, false],
    ['maturing', 1, 0, 1, true],
    ['maturing', 2, 2, 8, false],
    ['maturing', 3, 2, 8, true],
    ['closed', 1, 0, 8, true],
    ['closed', 1, 1, 8, false],
    ['closed', 0, 0, 0, false],
  ] as const)('%s with %i yes and %i not yet among %i: %s', (stage, yes, notYet, members, confirmed) => {
    expect(isConfirmed({ stage, yes, notYet, members })).toBe(confirmed)
  })

  it('is never helped by a “not yet”, never hurt by a yes, and not moved by silence once two have answered', () => {
    const counts = fc.record({ stage: fc.constantFrom(...proposables), yes: fc.nat(9), notYet: fc.nat(9) })
    fc.assert(
      fc.property(counts, fc.nat(9), fc.nat(9), (said, silent, more) => {
        const asking = { ...said, members: said.yes + said.notYet + silent }
        const confirmed = isConfirmed(asking)
        if (confirmed) expect(isConfirmed({ ...asking, yes: asking.yes + 1, members: asking.members + 1 })).toBe(true)
        if (!confirmed && asking.yes + asking.notYet >= 2)
          expect(isConfirmed({ ...asking, notYet: asking.notYet + 1, members: asking.members + 1 })).toBe(false)
        if (asking.yes + asking.notYet >= 2)
          expect(isConfirmed({ ...asking, members: asking.members + more })).toBe(confirmed)
      }),
    )
  })

  it('ends after fourteen days, or when everybody has answered', () => {
    const asking = { stage: 'maturing', yes: 2, notYet: 1, members: 8 } as const
    expect(askedUntil(begun)).toEqual(dayAfter(14))
    expect([mayAnswer(begun, dayAfter(13.9)), mayAnswer(begun, dayAfter(14))]).toEqual([true, false])
    expect([mayConclude(asking, begun, dayAfter(13.9)), mayConclude(asking, begun, dayAfter(14))]).toEqual([
      false,
      true,
    ])
    expect(mayConclude({ ...asking, members: 3 }, begun, dayAfter(1))).toBe(true)
  })
})

describe('quiet', () => {
  const pulse: Pulse = {
    standing: 'maturing',
    beganAt: begun,
    awakeSince: null,
    movedAt: null,
    askedAt: null,
    meetsOn: null,
  }
  const asked = (more: Partial<Pulse>, day: number) => isToBeAsked({ ...pulse, ...more }, dayAfter(day))

  it('is asked about once after six weeks, and again only after something moved in between', () => {
    expect([asked({}, QUIET_AFTER_DAYS - 0.1), asked({}, QUIET_AFTER_DAYS)]).toEqual([false, true])
    expect(asked({ movedAt: dayAfter(30) }, 50)).toBe(false)
    expect(asked({ movedAt: dayAfter(30) }, 72)).toBe(true)
    expect(asked({ askedAt: dayAfter(42) }, 400)).toBe(false)
    expect(asked({ askedAt: dayAfter(42), movedAt: dayAfter(50) }, 92)).toBe(true)
    expect(asked({ askedAt: dayAfter(42), awakeSince: dayAfter(43) }, 84)).toBe(false)
  })

  it('is never asked about at rest, when closed, or before a meeting to come', () => {
    for (const standing of ['dormant', 'closed'] as const) expect(asked({ standing }, 400)).toBe(false)
    expect(asked({ meetsOn: '2026-12-24' }, 50)).toBe(false)
    expect(asked({ meetsOn: '2026-09-08' }, 50)).toBe(true)
  })
})
