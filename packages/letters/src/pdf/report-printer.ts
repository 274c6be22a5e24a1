import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { takeTurns } from '@wayproof/kernel/take-turns'
import type { ReportPrint } from './report-pdf.ts'

/** A report takes 100 ms, the first one a second. */
const MOST_MILLISECONDS = 20_000
/** Reports that wait while one is made. */
const MOST_WAITING = 20

const MEGABYTES = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

export type PrintedReport =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string }

/** Why there is no PDF: too many reports wait, the report took too long, or its thread failed. */
export class ReportNotPrinted extends Error {
  override readonly name = 'ReportNotPrinted'
  readonly code: 'busy' | 'too-slow' | 'failed'

  constructor(code: ReportNotPrinted['code'], options?: ErrorOptions) {
    // Logs and letters to officers show the message alone.
    const [cause] = options?.cause === undefined ? [] : String(options.cause).split('\n')
    super(`the PDF of a report was not made: ${code}${cause === undefined ? '' : `: ${cause}`}`, options)
    this.code = code
  }
}

export interface ReportPrinter {
  /** Rejects with `ReportNotPrinted`. */
  print(order: ReportPrint): Promise<Uint8Array<ArrayBuffer>>
  /** Ends the thread, and the report that it makes. */
  close(): Promise<void>
}

/**
 * Makes report PDFs on a separate thread, so that the server continues to answer requests: one report at a time, in the
 * order of requests. The thread starts with the first report and stays, because it has loaded the font; the next report
 * replaces a thread that was ended. `deadline` gives a signal that is aborted after so many milliseconds.
 */
export function openReportPrinter(deadline: (milliseconds: number) => AbortSignal): ReportPrinter {
  const turns = takeTurns(MOST_WAITING)
  let thread: Worker | null = null
  let isClosed = false

  function start(): Worker {
    const started = new Worker(new URL('./report-thread.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: MEGABYTES,
    })
    // The error rejects the report that is waited for as well.
    started.on('error', () => undefined)
    started.once('exit', () => {
      if (thread === started) thread = null
    })
    return started
  }

  async function ask(worker: Worker, order: ReportPrint): Promise<PrintedReport> {
    const late = deadline(MOST_MILLISECONDS)
    const gone = new AbortController()
    const leave = () => gone.abort()
    worker.once('exit', leave)
    worker.postMessage(order)
    try {
      const [printed] = await once(worker, 'message', { signal: AbortSignal.any([late, gone.signal]) })
      return printed as PrintedReport
    } catch (error) {
      await worker.terminate()
      throw new ReportNotPrinted(late.aborted ? 'too-slow' : 'failed', { cause: error })
    } finally {
      worker.off('exit', leave)
    }
  }

  return {
    print: async (order) => {
      const turn = await turns()
      if (!turn) throw new ReportNotPrinted('busy')
      try {
        if (isClosed) throw new ReportNotPrinted('failed', { cause: 'the server stops' })
        thread ??= start()
        const printed = await ask(thread, order)
        if (!printed.ok) throw new ReportNotPrinted('failed', { cause: printed.message })
        return printed.pdf
      } finally {
        turn.end()
      }
    },
    close: async () => {
      isClosed = true
      await thread?.terminate()
    },
  }
}
