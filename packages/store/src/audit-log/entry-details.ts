import type { AuditDetails } from '@wayproof/oversight/audit-log'

/** The details of a stored entry. Text that is not JSON was edited, which the verification of the chain then finds. */
export function detailsOf(text: string): AuditDetails {
  try {
    return JSON.parse(text) as AuditDetails
  } catch {
    return { unreadable: text }
  }
}
