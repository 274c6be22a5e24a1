/** Number of runs that the logs of several schedulers report done more than once for the same job and period. */
export function doubledRuns(logs: readonly string[]): number {
  const done = logs.flatMap((log) =>
    log.split('\n').flatMap((line) => {
      if (!line.includes('"job-done"')) return []
      const { job, period } = JSON.parse(line)
      return [`${job} ${period}`]
    }),
  )
  return done.length - new Set(done).size
}
