export { openReportSetter } from './report-pdf.ts'
export { openReportPrinter, ReportNotPrinted, type ReportPrinter } from './report-printer.ts'
