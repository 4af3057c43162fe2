/** The stations of a meeting: which comes next, which one is a round. Nothing blocks the way: what is missing is shown. */
import { type MeetingKind, type Part, parts, type Station, stations } from '../contract.ts'

/** Which way somebody presses. */
export type Way = 'next' | 'back'

/** The station at a place on the way; the last one when the place is beyond it. */
export const stationAt = (kind: MeetingKind, place: number): Station => {
  const all: readonly Station[] = stations[kind]
  return all[Math.min(Math.max(place, 0), all.length - 1)] as Station
}

/** Where a press leads from a place, or nothing at either end. */
export const placeAfter = (kind: MeetingKind, place: number, way: Way): number | undefined => {
  const to = way === 'next' ? place + 1 : place - 1
  return to >= 0 && to < stations[kind].length ? to : undefined
}

/** The part that a station is a round of, if it is one. */
export const partOf = (station: Station): Part | undefined => parts.find((part) => part === station)

/** Whether a meeting of this kind has such a round. */
export const hasPart = (kind: MeetingKind, part: Part): boolean => (stations[kind] as readonly Station[]).includes(part)
