import { refusal } from './refusal.ts'

/** Why the database does nothing for a request, with the HTTP status and the code for the reader. */
const REFUSALS = {
  'disk-full': { status: 507, faultCode: 'disk-full' },
  busy: { status: 503, faultCode: 'database-busy' },
  damaged: { status: 503, faultCode: 'database-damaged' },
  // A damaged page that was read.
  'not-a-database': { status: 503, faultCode: 'database-damaged' },
  'wave-key-missing': { status: 503, faultCode: 'wave-key-missing' },
  'journal-unwritable': { status: 503, faultCode: 'journal-unwritable' },
} as const

/** Null for any other error. It is recognized by its code only, because Prisma passes on nothing else. */
export function databaseFault(error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code as keyof typeof REFUSALS] : null
}

/** The response to a request that ended with this error; null if the database was not the cause. */
export function databaseRefusal(error: unknown) {
  const fault = databaseFault(error)
  if (!fault) return null
  const { status, faultCode } = fault
  return { status, body: refusal('SERVICE_UNAVAILABLE', status, faultCode) }
}
