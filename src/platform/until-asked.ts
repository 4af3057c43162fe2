// Runs until somebody asks the process to stop: by Ctrl-C, by a signal, or because the launcher is gone.

/** Calls stop once, with the exit code 0, when the process is asked to end. */
export function untilAsked(stop: (code: number) => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('disconnect', () => void stop(0))
  process.channel?.unref()
}
