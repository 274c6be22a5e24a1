import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { openReportPrinter } from './report-printer.ts'

/** Makes a PDF in each language, which needs the compiler and the fonts, and ends its thread. Rejects if none can be made. */
export async function provePdf(deadline: (milliseconds: number) => AbortSignal): Promise<void> {
  const printer = openReportPrinter(deadline)
  try {
    for (const locale of LOCALES) {
      const { pdf } = messages(locale).doctor.checks
      const content = { subject: pdf, kicker: pdf, headline: pdf, blocks: [], foot: [], issuedOn: '2026-01-01' }
      await printer.print({ content, locale, links: {} })
    }
  } finally {
    await printer.close()
  }
}
