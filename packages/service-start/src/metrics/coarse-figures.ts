const MEGABYTES = 1024 * 1024

/**
 * Figures of a process that answers travelers, each with the step it is rounded down to. One request takes a few
 * milliseconds and less than 1 MB, so two scrapes around it do not differ by it (docs/decisions/098).
 */
const STEPS: Readonly<Record<string, number>> = {
  wayproof_build_info: 1,
  process_start_time_seconds: 1,
  process_cpu_seconds_total: 1,
  process_resident_memory_bytes: 16 * MEGABYTES,
  nodejs_heap_size_used_bytes: 16 * MEGABYTES,
  nodejs_eventloop_lag_p99_seconds: 0.1,
  nodejs_gc_duration_seconds_sum: 1,
}

const SAMPLE = /^(?<name>\w+)(?<labels>\{.*\})? (?<value>\S+)$/

/** The samples of `text`, in the format of Prometheus, that no single request shows. */
export function coarse(text: string): string {
  const samples = text.split('\n').flatMap((line) => {
    const { name = '', labels = '', value = '' } = SAMPLE.exec(line)?.groups ?? {}
    const step = STEPS[name]
    return step === undefined ? [] : [`${name}${labels} ${Math.floor(Number(value) / step) * step}`]
  })
  return `${samples.join('\n')}\n`
}
