import { createHmac } from 'node:crypto'
import type { Instant } from '@wayproof/kernel/clock'
import type { ClaimedHookMessage } from './hook-message.ts'
import { standardWebhookKey } from './standard-webhook-key.ts'

/** `generic` follows the Standard Webhooks specification; the others are the robots of group chats. */
export const HOOK_FORMS = ['generic', 'wecom', 'dingtalk', 'feishu', 'slack'] as const
export type HookForm = (typeof HOOK_FORMS)[number]

export interface HookRequest {
  /** Added to the query of the address. */
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface HookTexts {
  /** One sentence with the address of the page. */
  readonly text: string
  readonly link: string
}

const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest('base64')

type Requests = Record<
  HookForm,
  (
    message: ClaimedHookMessage,
    texts: HookTexts,
    secret: string | null,
    now: Instant,
  ) => Partial<HookRequest> & { readonly body: string }
>

/** The forms that the receivers document. A chat shows its message as plain text. */
const REQUESTS: Requests = {
  generic: ({ id, kind, count, due }, { link }, secret, now) => {
    const body = JSON.stringify({ kind, count, due, link })
    const seconds = String(Math.floor(now / 1000))
    const signed =
      secret === null
        ? {}
        : { 'webhook-signature': `v1,${hmac(standardWebhookKey(secret), `${id}.${seconds}.${body}`)}` }
    return { body, headers: { 'webhook-id': id, 'webhook-timestamp': seconds, ...signed } }
  },
  wecom: (_, { text }) => ({ body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }),
  dingtalk: (_, { text }, secret, now) => ({
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
    query: secret === null ? {} : { timestamp: String(now), sign: hmac(secret, `${now}\n${secret}`) },
  }),
  feishu: (_, { text }, secret, now) => {
    const timestamp = String(Math.floor(now / 1000))
    const signed = secret === null ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') }
    return { body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) }
  },
  slack: (_, { text }) => ({ body: JSON.stringify({ text }) }),
}

/** The request that tells a message in the form of its receiver. */
export function hookRequest(
  form: HookForm,
  message: ClaimedHookMessage,
  texts: HookTexts,
  { secret, now }: { readonly secret: string | null; readonly now: Instant },
): HookRequest {
  return { query: {}, headers: {}, ...REQUESTS[form](message, texts, secret, now) }
}

/** The fault that a receiver reports with status 200, as the robots of group chats do; null if there is none. */
export function faultInAnswer(form: HookForm, body: string): string | null {
  if (form === 'generic' || form === 'slack') return null
  const answer = parsed(body)
  const code = form === 'feishu' ? (answer.code ?? answer.StatusCode) : answer.errcode
  return code === 0 ? null : `code ${String(code).slice(0, 20)}`
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
