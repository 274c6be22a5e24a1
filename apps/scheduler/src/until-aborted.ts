/** Waits for `work` or `signal`, whichever comes first. Leaves no listener on the signal, which outlives many waits. */
export async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<void>()
  const end = () => aborted.resolve()
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  try {
    await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', end)
  }
}
