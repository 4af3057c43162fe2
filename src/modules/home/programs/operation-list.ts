/** The operations of a description that belong to one noun, in its order. */
import type { OpenApi, Operation } from '../../../platform/api/document.ts'

/** An operation with its address. */
export interface Addressed {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

/** What can be done with one kind of thing. */
export const operationsOf = (document: OpenApi, noun: string): Addressed[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .map(([method, operation]) => ({ path, method, operation }))
      .filter(({ operation }) => operation.tags.includes(noun)),
  )
