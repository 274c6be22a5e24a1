import { APIError } from 'better-auth/api'
import type { AuthCall } from '../sign-in/sign-in-limit.ts'

/** The library would skip the code for 30 days on a trusted browser, and a reset would not end that. */
export function refuseTrustedDevice(ctx: AuthCall): void {
  if (ctx.path?.startsWith('/two-factor/') && ctx.body?.trustDevice)
    throw new APIError('BAD_REQUEST', { code: 'NO_TRUSTED_DEVICES', message: 'NO_TRUSTED_DEVICES' })
}
