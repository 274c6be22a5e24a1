import { parentPort } from 'node:worker_threads'
import { reportPdf } from '@wayproof/letters/report-pdf'
import type { PrintedReport, ReportOrder } from './report-printer.ts'

// The thread of `openReportPrinter`: makes the PDF of one report after the other.

const answer = (printed: PrintedReport) => parentPort?.postMessage(printed)

parentPort?.on('message', ({ content, locale }: ReportOrder) => {
  void reportPdf(content, locale).then(
    (pdf) => answer({ ok: true, pdf: new Uint8Array(pdf) }),
    (error) => answer({ ok: false, message: String(error) }),
  )
})
