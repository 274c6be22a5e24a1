import { parentPort } from 'node:worker_threads'
import { openReportSetter, type ReportPrint, type ReportSetter } from './report-pdf.ts'
import type { PrintedReport } from './report-printer.ts'

// The thread of `openReportPrinter`: makes the PDF of one report after the other.

let set: ReportSetter | undefined

function print(order: ReportPrint): PrintedReport {
  try {
    set ??= openReportSetter()
    return { ok: true, pdf: new Uint8Array(set(order)) }
  } catch (error) {
    return { ok: false, message: String(error) }
  }
}

parentPort?.on('message', (order: ReportPrint) => parentPort?.postMessage(print(order)))
