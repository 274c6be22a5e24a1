import { queryClient } from '../api.ts'

export interface SetUp {
  /** What an authenticator app reads: `otpauth://…`. */
  readonly uri: string
  /** The key in it, for typing. */
  readonly key: string
  readonly recoveryCodes: readonly string[]
}

export type CodeFault = 'wrong' | 'tooMany' | 'expired' | 'offline' | 'failed'

const post = (path: string, body: object): Promise<Response | null> =>
  fetch(`/api/auth/two-factor/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)

/** A person who signs in by the provider has no password to enter. */
const given = (password: string) => (password ? { password } : {})

async function faultOf(response: Response | null): Promise<CodeFault> {
  if (!response) return 'offline'
  if (response.status === 429) return 'tooMany'
  const code: unknown = (await response.json().catch(() => null))?.code
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE' || code === 'INVALID_PASSWORD') return 'wrong'
  if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' || code === 'INVALID_TWO_FACTOR_COOKIE') return 'expired'
  return 'failed'
}

/** Makes a key and recovery codes; they count once a code of the app was right. */
export async function begin(password: string): Promise<SetUp | CodeFault> {
  const response = await post('enable', given(password))
  if (!response?.ok) return faultOf(response)
  const { totpURI, backupCodes } = await response.json()
  return { uri: totpURI, key: new URL(totpURI).searchParams.get('secret') ?? '', recoveryCodes: backupCodes }
}

/** Ends the second factor of the account that is signed in; null: done. */
export async function end(password: string): Promise<CodeFault | null> {
  const response = await post('disable', given(password))
  return response?.ok ? null : faultOf(response)
}

/** Ends the second factor and makes the key for another phone. */
export async function move(password: string): Promise<SetUp | CodeFault> {
  return (await end(password)) ?? begin(password)
}

/** Makes new recovery codes; the ones before stop working. */
export async function renewCodes(password: string): Promise<readonly string[] | CodeFault> {
  const response = await post('generate-backup-codes', given(password))
  if (!response?.ok) return faultOf(response)
  return (await response.json()).backupCodes
}

/** Gives a code of the app, or one of the recovery codes; null: it was right. */
export async function giveCode(typed: string): Promise<CodeFault | null> {
  const code = typed.replaceAll(/\s/g, '')
  const response = await post(/^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code', { code })
  if (!response?.ok) return faultOf(response)
  queryClient.clear()
  return null
}
