import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { sealWords } from '../conversation/sealed-words.ts'
import { messageFault, messageText } from '../conversation/written-message.ts'
import type { ReadBy, WhistlePorts } from './ports.ts'
import { findForReader, type ReportFault } from './show-report.ts'
import type { HandlerPurpose } from './whistle-report.ts'

export interface WriteToReporter extends ReadBy {
  readonly text: string
  /** A question leaves the clock running; feedback states the consequences of the report and stops the clock. */
  readonly purpose: HandlerPurpose
}

/** Writes a case handler's message for the person with the code. Nothing is mailed. */
export async function writeToReporter(
  ports: Omit<WhistlePorts, 'ids'>,
  { text, purpose, ...readBy }: WriteToReporter,
): Promise<Outcome<null, ReportFault | { readonly code: 'report-closed' | 'text-invalid' }>> {
  const sealedReport = await findForReader(ports, readBy)
  if (!sealedReport) return fail('report-unknown')
  if (messageFault(text) !== null) return fail('text-invalid')
  const day = dateAt(ports.clock.now(), ports.timeZone)
  const words = { author: 'handler', purpose, text: messageText(text), day } as const
  const isAdded = await ports.reports.addHandlerMessage(readBy.id, sealWords(ports, 'report-text', words))
  return isAdded ? ok(null) : fail('report-closed')
}
