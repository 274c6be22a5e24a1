import type { ReportPrint } from '@wayproof/letters/pdf/report-pdf'

export interface ReportPdfs {
  /** The PDF of a key, made once; a key stands for one content. Rejects with `ReportNotPrinted`. */
  pdf(key: string, print: () => ReportPrint): Promise<Uint8Array<ArrayBuffer>>
}

/** A report in two languages for each of 8 years; one is 0.1 MB. */
const MOST_KEPT = 32

/**
 * PDFs of published reports, which never change. Compiler and font are loaded for the first one and dropped after it:
 * they take 200 MB, and readers get the kept bytes.
 */
export function reportPdfs(deadline: (milliseconds: number) => AbortSignal): ReportPdfs {
  const pdfs = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  async function printed(order: ReportPrint): Promise<Uint8Array<ArrayBuffer>> {
    const { openReportPrinter } = await import('@wayproof/letters/pdf/report-printer')
    const printer = openReportPrinter(deadline)
    try {
      return await printer.print(order)
    } finally {
      await printer.close()
    }
  }

  return {
    pdf: (key, print) => {
      const kept = pdfs.get(key)
      if (kept) return kept
      // One after the other, so that several new reports do not load the compiler several times.
      const before = [...pdfs.values()].at(-1)
      const made = (async () => {
        await before?.catch(() => undefined)
        return printed(print())
      })()
      pdfs.set(key, made)
      made.catch(() => pdfs.delete(key))
      const [oldest] = pdfs.keys()
      if (pdfs.size > MOST_KEPT && oldest !== undefined) pdfs.delete(oldest)
      return made
    },
  }
}
