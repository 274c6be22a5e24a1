import type { SealedReport } from '@wayproof/scorecard'
import { withCharts } from './goal-charts.ts'
import type { PdfContent } from './pdf-content.ts'
import { type ReportChoices, sealedReportContent } from './sealed-report-content.ts'

/** The report of a closed half-year for paper: as sealed, with its charts, and with the actions on red goals. */
export function sealedReportPdf(report: SealedReport, choices: Omit<ReportChoices, 'publicly'>): PdfContent {
  const content = sealedReportContent(report, { ...choices, publicly: false })
  const cards = [...report.earlier, report.scorecard]
  return {
    ...content,
    blocks: withCharts(content.blocks, cards, choices.locale),
    issuedOn: report.seal.sealedOn,
  }
}
