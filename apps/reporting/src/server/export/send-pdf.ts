import type { Locale } from '@wayproof/kernel/people/locale'
import { ReportNotPrinted, type ReportPrinter } from '@wayproof/letters/pdf/report-printer'
import { messages } from '@wayproof/messages/messages'
import type { Context } from 'hono'
import { requestId } from '../http/request-id.ts'
import type { Services } from '../trpc/context.ts'

type PdfOrder = Parameters<ReportPrinter['print']>[0] & { readonly locale: Locale; readonly filename: string }

/** Prints a PDF and sends it as a download; if it cannot be printed, says why. */
export async function sendPdf(
  c: Context,
  { log, reportPrinter }: Pick<Services, 'log' | 'reportPrinter'>,
  { filename, ...order }: PdfOrder,
): Promise<Response> {
  try {
    const pdf = await reportPrinter.print(order)
    return c.body(pdf, 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${filename}"`,
    })
  } catch (error) {
    if (!(error instanceof ReportNotPrinted)) throw error
    const { code, cause } = error
    log({ level: 'error', event: 'report-not-printed', code, errorId: requestId(), message: String(cause ?? '') })
    // The browser opens the link directly, so the response has to be readable text.
    return c.text(messages(order.locale).report.notPrinted[code], 503, { 'retry-after': '30' })
  }
}
