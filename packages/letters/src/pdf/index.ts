export { editionReport } from './edition-report.ts'
export { provePdf } from './prove-pdf.ts'
export { openReportSetter } from './report-pdf.ts'
export { openReportPrinter, ReportNotPrinted, type ReportPrinter } from './report-printer.ts'
