/** What is known of notices and letters: their states, and how a person wishes to be told. */
import type { Urgency } from '../../platform/facts/notice.ts'

/** How often what is no question to the person is written. */
export type Often = 'week' | 'day' | 'never'

/** How a person wishes to be told. Hours are whole hours of the person's zone; weekdays count from Monday, 1. */
export interface Rhythm {
  readonly often: Often
  readonly weekday: number
  readonly hour: number
  /** Quiet from this hour until the other; the same hour twice means never. */
  readonly quiet_from: number
  readonly quiet_to: number
  readonly weekends: boolean
  readonly holidays: boolean
  /** Nothing is the site's zone. */
  readonly zone: string | null
}

/** How somebody is told who chose nothing. */
export const usualRhythm: Rhythm = {
  often: 'week',
  weekday: 1,
  hour: 17,
  quiet_from: 18,
  quiet_to: 8,
  weekends: true,
  holidays: true,
  zone: null,
}

/** Days without letters, both included, as `2026-12-19`. */
export interface Holiday {
  readonly id: number
  readonly name: string
  readonly first_day: string
  readonly last_day: string
}

/** A notice as it lies in the database: numbers of a fact, never words. */
export interface KeptNotice {
  readonly id: number
  readonly fact_id: number
  readonly happened_at: Date
  readonly kind: string
  readonly subject_kind: string
  readonly subject_id: number
  readonly community_id: number | null
  readonly topic: string
  readonly urgency: Urgency
}

/** The topic that stands for the letter of the week as a whole. */
export const weekTopic = 'week'
