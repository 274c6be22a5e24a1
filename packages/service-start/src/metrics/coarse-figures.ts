const MEGABYTES = 1024 * 1024

interface CoarseFigure {
  /** The value is rounded down to a multiple of this. */
  readonly step: number
  readonly type: 'counter' | 'gauge'
  readonly help: string
  /** Set where a sample alone would not keep the rules for names that it keeps beside its histogram. */
  readonly name?: string
}

/**
 * Figures of a process that answers travelers. One request takes a few milliseconds and less than 1 MB, so two scrapes
 * around it do not differ by it (docs/decisions/098).
 */
const FIGURES: Readonly<Record<string, CoarseFigure>> = {
  wayproof_build_info: { step: 1, type: 'gauge', help: 'The version of Wayproof that runs; the value is always 1.' },
  process_start_time_seconds: { step: 1, type: 'gauge', help: 'Start of the process, in seconds since 1970.' },
  process_cpu_seconds_total: { step: 1, type: 'counter', help: 'CPU time of the process, in whole seconds.' },
  process_resident_memory_bytes: {
    ...{ step: 16 * MEGABYTES, type: 'gauge' },
    help: 'Memory of the process, in steps of 16 MiB.',
  },
  nodejs_heap_size_used_bytes: {
    ...{ step: 16 * MEGABYTES, type: 'gauge' },
    help: 'Heap in use, in steps of 16 MiB.',
  },
  nodejs_eventloop_lag_p99_seconds: {
    ...{ step: 0.1, type: 'gauge' },
    help: '99th percentile of the event loop lag, in steps of 0.1 seconds.',
  },
  survey_forms_refused_total: {
    ...{ step: 10, type: 'counter' },
    help: 'Forms refused by a limit, in steps of 10.',
  },
  nodejs_gc_duration_seconds_sum: {
    ...{ step: 1, type: 'counter', name: 'nodejs_gc_seconds_total' },
    help: 'Time of garbage collection by kind, in whole seconds.',
  },
}

const SAMPLE = /^(?<name>\w+)(?<labels>\{.*\})? (?<value>\S+)$/

/** The samples of `text`, in the format of Prometheus, that no single request shows. */
export function coarse(text: string): string {
  const described = new Set<string>()
  const lines = text.split('\n').flatMap((line) => {
    const groups = SAMPLE.exec(line)?.groups
    const figure = FIGURES[groups?.name ?? '']
    if (!groups || !figure) return []
    const { step, type, help, name = groups.name ?? '' } = figure
    const sample = `${name}${groups.labels ?? ''} ${Math.floor(Number(groups.value) / step) * step}`
    if (described.has(name)) return [sample]
    described.add(name)
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, sample]
  })
  return `${lines.join('\n')}\n`
}
