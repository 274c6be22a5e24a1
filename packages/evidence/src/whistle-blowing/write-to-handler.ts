import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { codeHash } from '../conversation/conversation-code.ts'
import { sealWords } from '../conversation/sealed-words.ts'
import { MOST_MESSAGES, messageFault, messageText } from '../conversation/written-message.ts'
import type { WhistlePorts } from './ports.ts'

export interface WriteToHandler {
  readonly caseCode: string
  readonly text: string
}

/**
 * Adds the reporter's message to their own report. Fault `report-full`: the report is closed or has reached its message
 * limit.
 */
export async function writeToHandler(
  ports: Omit<WhistlePorts, 'ids'>,
  { caseCode, text }: WriteToHandler,
): Promise<Outcome<null, { readonly code: 'report-unknown' | 'report-full' | 'text-invalid' }>> {
  const { reports, keyring, clock, timeZone } = ports
  const sealedReport = await reports.report({ codeHash: codeHash(keyring, 'report-code', caseCode) })
  if (!sealedReport) return fail('report-unknown')
  if (messageFault(text) !== null) return fail('text-invalid')
  const day = dateAt(clock.now(), timeZone)
  const words = { author: 'reporter', purpose: 'message', text: messageText(text), day } as const
  const isAdded = await reports.addMessage(
    sealedReport.report.id,
    sealWords(ports, 'report-text', words),
    MOST_MESSAGES,
  )
  return isAdded ? ok(null) : fail('report-full')
}
