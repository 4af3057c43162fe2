// The error for everything that keeps Ciranda from starting and that a person can put right.

/** Its message is one clear sentence; the process shows it without a stack trace and exits with code 1. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}
