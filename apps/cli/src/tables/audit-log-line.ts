import type { ChainFault, ChainVerification } from '@wayproof/journal/audit-log/verify-chain'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'

/** Whether the chain of the audit log holds, and what was changed. */
export function auditLogLine({ entries, anchor, head, faults }: ChainVerification, locale: Locale): string {
  const { auditLog, shell } = messages(locale).reporting
  const { chain } = auditLog
  const sentenceOf = (fault: ChainFault): string =>
    fault.code === 'removed' ? chain.faults.removed(fault.from, fault.to) : chain.faults[fault.code](fault.number)
  const state = faults.length === 0 ? chain.valid : chain.invalid(faults.map(sentenceOf))
  const line = shell.labelled(chain.line(entries, anchor.number), state)
  return head.number === 0 ? line : `${line}\n  ${chain.head(head.hash)}`
}
