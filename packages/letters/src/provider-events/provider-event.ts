import { readStatus } from '../bounces/bounce-status.ts'
import type { MailReport } from '../bounces/mail-report.ts'
import { serverReply } from '../smtp/server-reply.ts'

/** A bounce or complaint in an email provider's own JSON. */
export interface ProviderEvent {
  /** The address that the letter was sent to. */
  readonly recipient: string
  /** Texts that may name the letter: its envelope sender, its Message-ID or its ID. */
  readonly references: readonly string[]
  readonly notice: Pick<MailReport, 'kind' | 'cause' | 'detail'>
}

/** `ignored`: a delivery, an opening or another event that is no bounce. `unreadable`: not the provider's format. */
export type ReadEvent = ProviderEvent | 'ignored' | 'unreadable'

/** Enough for every server's reply. */
const MOST_TEXT = 4096

interface ProviderBounce {
  /** The provider's own verdict; `delayed`: it tries again. */
  readonly verdict: 'hard' | 'soft' | 'delayed'
  /** Enhanced status code, or empty. */
  readonly status?: string
  /** Reply of the recipient's server. */
  readonly words: string
}

/** Reads a bounce like a returned letter. The provider's verdict counts only if its words give no cause. */
export function bounceNotice({ verdict, status = '', words }: ProviderBounce): ProviderEvent['notice'] {
  const fields = new Map([
    ['action', verdict === 'delayed' ? 'delayed' : 'failed'],
    ['status', status],
    ['diagnostic-code', words.slice(0, MOST_TEXT)],
  ])
  const { kind, cause, words: detail } = readStatus(fields) ?? { kind: 'soft', cause: 'unclear', words }
  return verdict === 'hard' && cause === 'unclear'
    ? { kind: 'hard', cause: 'no-mailbox', detail: serverReply(detail) }
    : { kind, cause, detail: serverReply(detail) }
}

export const complaintNotice = (type: string): ProviderEvent['notice'] => ({
  kind: 'complaint',
  cause: null,
  detail: serverReply(type),
})

/** The value at a path of object keys or array indexes; undefined if there is none. */
export const valueAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  )

/** The text or number at a path as text; empty if there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found : []
}
