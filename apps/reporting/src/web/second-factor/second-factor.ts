import { queryClient } from '../api.ts'

export interface SetUp {
  /** The `otpauth://` URI for an authenticator app. */
  readonly uri: string
  /** The same key for typing. */
  readonly key: string
  readonly recoveryCodes: readonly string[]
}

export type CodeFault = 'wrongCode' | 'wrongPassword' | 'tooMany' | 'expired' | 'offline' | 'failed'

const post = (path: string, body: object): Promise<Response | null> =>
  fetch(`/api/auth/two-factor/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)

/** A person who signs in through the provider has no password. */
const passwordInput = (password: string) => (password ? { password } : {})

const withoutSpaces = (code: string) => code.replaceAll(/\s/g, '')

async function faultOf(response: Response | null): Promise<CodeFault> {
  if (!response) return 'offline'
  if (response.status === 429) return 'tooMany'
  const code: unknown = (await response.json().catch(() => null))?.code
  if (code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE') return 'wrongCode'
  if (code === 'INVALID_PASSWORD') return 'wrongPassword'
  if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' || code === 'INVALID_TWO_FACTOR_COOKIE') return 'expired'
  return 'failed'
}

/** Creates a key and recovery codes, which become valid with the first correct code. */
export async function begin(password: string): Promise<SetUp | CodeFault> {
  const response = await post('enable', passwordInput(password))
  if (!response?.ok) return faultOf(response)
  const { totpURI, backupCodes } = await response.json()
  return { uri: totpURI, key: new URL(totpURI).searchParams.get('secret') ?? '', recoveryCodes: backupCodes }
}

/** Removes the second factor of the signed-in account; null on success. */
export async function end(password: string, code: string): Promise<CodeFault | null> {
  const response = await post('disable', { ...passwordInput(password), code: withoutSpaces(code) })
  return response?.ok ? null : faultOf(response)
}

/** Removes the second factor and creates the key for another phone. */
export async function move(password: string, code: string): Promise<SetUp | CodeFault> {
  return (await end(password, code)) ?? begin(password)
}

/** Creates new recovery codes; the old ones stop working. */
export async function renewCodes(password: string, code: string): Promise<readonly string[] | CodeFault> {
  const input = { ...passwordInput(password), code: withoutSpaces(code) }
  const response = await post('generate-backup-codes', input)
  if (!response?.ok) return faultOf(response)
  return (await response.json()).backupCodes
}

/** Submits a code of the app or a recovery code; null on success. */
export async function giveCode(typedCode: string): Promise<CodeFault | null> {
  const code = withoutSpaces(typedCode)
  const response = await post(/^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code', { code })
  if (!response?.ok) return faultOf(response)
  queryClient.clear()
  return null
}
