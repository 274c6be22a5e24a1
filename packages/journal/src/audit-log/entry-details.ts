import type { AuditDetails } from './audit-entry.ts'

/** The details of a stored entry. Other text was edited, which the verification of the chain then finds. */
export function detailsOf(text: string): AuditDetails {
  try {
    const value: unknown = JSON.parse(text)
    if (areDetails(value)) return value
  } catch {
    // Not JSON.
  }
  return { unreadable: text }
}

const areDetails = (value: unknown): value is AuditDetails =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => ['string', 'number', 'boolean'].includes(typeof each))
