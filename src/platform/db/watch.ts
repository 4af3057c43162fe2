/** How somebody may look on while the database works; nothing is asked of it, and no value is ever shown. */

/** How many connections a pool has, and how many callers wait for one. */
export interface PoolState {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

/** One transaction, from asking for a connection to giving it back. */
export interface WatchedFlight {
  /** A connection is there. */
  begun(): void
  ended(): void
}

/** Somebody who looks on. Every call must cost next to nothing. */
export interface DatabaseWatch {
  /** Told once; `pools` may be asked at any time. */
  opened(pools: () => Readonly<Record<string, PoolState>>): void
  /** A connection is asked for; `why` is there for what passes the walls. */
  asked(kind: 'read' | 'write' | 'system', why?: string): WatchedFlight
  /** A statement leaves on a connection; what is answered is called when its rows are there. */
  sent(connection: object, text: string): () => void
}
