import type { SealedReport } from '@wayproof/scorecard'
import { withCharts } from './goal-charts.ts'
import type { ChartedContent, PdfContent } from './pdf-content.ts'
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

/** The same report for the public page: with the same charts, and without the actions on red goals. */
export function publicReport(report: SealedReport, choices: Omit<ReportChoices, 'publicly'>): ChartedContent {
  const content = sealedReportContent(report, { ...choices, publicly: true })
  return { ...content, blocks: withCharts(content.blocks, [...report.earlier, report.scorecard], choices.locale) }
}
