import { isAPIError } from 'better-auth/api'
import type { Authentication } from '../sign-in/auth.ts'

/** The hash of a password; null if too many are being hashed already. */
export async function hashUnlessBusy(auth: Authentication, password: string): Promise<string | null> {
  const { password: hashes } = await auth.$context
  return hashes.hash(password).catch((error: unknown) => {
    if (isAPIError(error)) return null
    throw error
  })
}
