import { refusal } from './refusal.ts'

/** Why the database keeps nothing of a request, and what that is in HTTP and for the reader. */
const REFUSED = {
  'disk-full': { status: 507, faultCode: 'disk-full' },
  busy: { status: 503, faultCode: 'database-busy' },
  damaged: { status: 503, faultCode: 'database-damaged' },
} as const

/** Null for an error of any other kind. By its code alone, since Prisma passes on no more of an error that is not its own. */
export function databaseFault(error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return Object.hasOwn(REFUSED, code) ? REFUSED[code as keyof typeof REFUSED] : null
}

/** The answer to a request that ended with this error; null where the database was not the reason. */
export function databaseRefusal(error: unknown) {
  const fault = databaseFault(error)
  if (!fault) return null
  const { status, faultCode } = fault
  return { status, body: refusal('SERVICE_UNAVAILABLE', status, faultCode) }
}
