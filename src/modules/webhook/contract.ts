/** What is known of webhooks: their states and those of what was sent. */

/** A webhook's number. */
export type HookId = number

/** Active; off by an administrator; paused because it failed for days, or said that it is gone. */
export type HookState = 'active' | 'off' | 'paused'

/** What became of a delivery. */
export type DeliveryState = 'waiting' | 'delivered' | 'given-up'

/** A webhook as pages show it; its secret stays behind. */
export interface Hook {
  readonly id: HookId
  readonly address: string
  readonly kinds: string[]
  readonly state: HookState
  readonly former_until: Date | null
  readonly failing_since: Date | null
  readonly added_at: Date
}

/** A delivery as pages show it. */
export interface Delivery {
  readonly id: number
  readonly kind: string
  readonly happened_at: Date
  readonly state: DeliveryState
  readonly tries: number
  readonly next_at: Date | null
  readonly last_at: Date | null
  readonly last_status: number | null
  readonly last_ms: number | null
  readonly last_trouble: string | null
}
