import { messages } from '@wayproof/messages/messages'
import type { SealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import type { PdfContent } from './pdf-content.ts'
import { type ReportChoices, type SealedReportContent, sealedReportContent } from './sealed-report-content.ts'

/** The report of a closed half-year for paper: as sealed, with its charts; the public version if it is published. */
export function sealedReportPdf(report: SealedReport, choices: ReportChoices): PdfContent {
  const { aside, blocks, ...content } = sealedReportContent(report, choices)
  const { locale, organisation, published } = choices
  // The internal version says it itself, and the public page says it above its content.
  const sample = { kind: 'paragraph', text: messages(locale).report.sample } as const
  const top = organisation.sample && published ? [sample] : []
  return { ...content, blocks: [...top, ...blocks, ...aside], issuedOn: report.seal.sealedOn }
}

/** The same report for the public page: with the same charts, and without the actions on red goals. */
export const publicReport = (
  report: SealedReport,
  choices: ReportChoices & { readonly published: NonNullable<ReportChoices['published']> },
): SealedReportContent => sealedReportContent(report, choices)
