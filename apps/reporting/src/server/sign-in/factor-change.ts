import { isAPIError } from 'better-auth/api'
import type { Services } from '../trpc/context.ts'
import { spendCode, WITH_APP_CODE } from './spend-code.ts'

/** Changes of a second factor that is on; `enable` is refused while it is. */
export const CHANGES_FACTOR: readonly string[] = ['/two-factor/disable', '/two-factor/generate-backup-codes']

const WITH_RECOVERY_CODE = '/two-factor/verify-backup-code'

/** Checks the code that a change of the second factor needs; returns the refusal, or null. */
export async function refuseWithoutCode(services: Services, request: Request): Promise<Response | null> {
  const { headers } = request
  const current = await services.auth.api.getSession({ headers })
  if (!current?.user.twoFactorEnabled) return null
  const { code: given } =
    (await request
      .clone()
      .json()
      .catch(() => null)) ?? {}
  const code = typeof given === 'string' ? given : ''
  const path = /^\d{6}$/.test(code) ? WITH_APP_CODE : WITH_RECOVERY_CODE
  const checked = await services.auth.handler(checkOf(request, path, code))
  if (!checked.ok) return checked
  return refuseSpent(services, current.user.id, { path, body: { code } })
}

/** A call of the library that checks a code in the session of `request`. */
function checkOf({ url, headers }: Request, path: string, code: string): Request {
  const own = new Headers(headers)
  own.delete('content-length')
  own.set('content-type', 'application/json')
  const body = JSON.stringify({ code })
  return new Request(new URL(`/api/auth${path}`, url), { method: 'POST', headers: own, body })
}

async function refuseSpent(
  services: Services,
  userId: string,
  call: { readonly path: string; readonly body: { readonly code: string } },
): Promise<Response | null> {
  try {
    await spendCode(services, userId, call)
    return null
  } catch (error) {
    if (!isAPIError(error)) throw error
    return Response.json(error.body, { status: error.statusCode })
  }
}
