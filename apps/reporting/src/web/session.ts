import { queryClient } from './api.ts'

async function post(path: string, body: object): Promise<Response> {
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/**
 * Signs in with a password. Returns `code` if a second factor comes next, `offline` if the server does not respond,
 * or the code of the server's fault.
 */
export async function signIn(
  email: string,
  password: string,
): Promise<'in' | 'code' | 'wrong' | 'tooMany' | 'offline' | { readonly faultCode: string }> {
  const response = await post('sign-in/email', { email, password }).catch(() => null)
  if (!response) return 'offline'
  if (response.status >= 500) {
    const faultCode: unknown = (await response.json().catch(() => null))?.error?.json?.data?.faultCode
    return typeof faultCode === 'string' ? { faultCode } : 'offline'
  }
  if (response.status === 429) return 'tooMany'
  if (!response.ok) return 'wrong'
  if ((await response.json().catch(() => null))?.twoFactorRedirect) return 'code'
  queryClient.clear()
  return 'in'
}

/** Signs out and clears all cached data. */
export async function signOut(): Promise<void> {
  await post('sign-out', {}).catch(() => null)
  queryClient.clear()
  window.location.assign('/sign-in')
}

/** Changes the password of the signed-in account. */
export async function changePassword(
  currentPassword: string,
  newPassword: string,
): Promise<'changed' | 'wrong' | 'tooEasy' | 'tooMany' | 'signedOut' | 'offline' | 'failed'> {
  const response = await post('change-password', { currentPassword, newPassword }).catch(() => null)
  if (!response) return 'offline'
  if (response.ok) return 'changed'
  if (response.status === 429) return 'tooMany'
  if (response.status === 401) return 'signedOut'
  const code: unknown = (await response.json().catch(() => null))?.code
  if (code === 'PASSWORD_TOO_EASY') return 'tooEasy'
  return code === 'INVALID_PASSWORD' ? 'wrong' : 'failed'
}
