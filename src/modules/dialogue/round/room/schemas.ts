/** What the forms of a round in the room may hold. The messages are keys of the words. */
import { z } from 'zod'
import { line } from '../../../../platform/http/form.ts'
import { turnForm } from '../schemas.ts'

const seat = z.coerce.number({ error: 'room.who' }).int('room.who').positive('room.who').max(1e15, 'room.who')

/** Somebody's turn; `seen` comes with the seat, such as `12.3`. */
export const seatForm = turnForm.pick({ way: true, text: true, language: true, names: true }).extend({
  seat: z
    .string({ error: 'room.who' })
    .regex(/^\d{1,15}\.\d{1,6}$/, 'room.who')
    .transform((text) => text.split('.').map(Number)),
})
/** A guest. */
export const guestForm = z.object({ name: line(80, { empty: 'room.guestEmpty', long: 'room.guestLong' }) })
/** Whoever is not here. */
export const absentForm = z.object({ seat })
