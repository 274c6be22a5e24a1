import type { IncomingMessage } from 'node:http'
import { webTarget } from '@wayproof/kernel/network/web-target'
import type { Network } from '../network/public-network.ts'
import { checkedAddress, isCertificateFault, requestFrom } from '../network/send-pinned.ts'
import { faultInAnswer, type HookRequest } from './hook-request.ts'
import type { HookConfig } from './hook-settings.ts'

/** For the whole request: name, connection and answer. */
const TIMEOUT_MS = 5000
const MOST_ANSWER_BYTES = 16_384

/** Sends a request to the web hook. Returns the fault; null if it was accepted. Never rejects. */
export type SendHook = (request: HookRequest) => Promise<string | null>

/**
 * Sends to the address of the web hook. As for policy pages, all addresses of its host must be public, the connection goes to
 * the checked one, and redirects are refused. `deadline` returns a signal that is aborted after so many milliseconds.
 */
export function hookSender(
  { url, form }: Pick<HookConfig, 'url' | 'form'>,
  network: Network,
  deadline: (milliseconds: number) => AbortSignal,
): SendHook {
  return async ({ query, headers, body }) => {
    const address = new URL(url)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    const target = webTarget(address.href)
    if (!target.ok) return target.fault.code
    const signal = deadline(TIMEOUT_MS)
    const checked = await checkedAddress(target.value, network, signal)
    if (!checked.ok) return checked.fault.code
    try {
      const answer = await requestFrom(target.value, checked.value, {
        method: 'POST',
        headers: {
          'user-agent': 'Wayproof web hook',
          'content-type': 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(body)),
          ...headers,
        },
        body,
        signal,
      })
      return await faultOf(answer, form)
    } catch (error) {
      if (signal.aborted) return 'timed-out'
      return isCertificateFault(error) ? 'certificate-invalid' : 'unreachable'
    }
  }
}

async function faultOf(answer: IncomingMessage, form: HookConfig['form']): Promise<string | null> {
  const { statusCode: status = 0 } = answer
  try {
    if (status >= 300 && status < 400) return 'redirected'
    if (status < 200 || status >= 300) return `status ${status}`
    return faultInAnswer(form, await beginning(answer))
  } finally {
    answer.destroy()
  }
}

/** The first bytes of the answer; no receiver says more. */
async function beginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MOST_ANSWER_BYTES) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
