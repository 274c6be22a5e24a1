import type { RequestListener } from 'node:http'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { HealthStore } from '@wayproof/operations/health/health-store'
import { healthCheck } from './health/health-check.ts'
import { hsts } from './hsts.ts'
import { listenAlone } from './listen-alone.ts'
import type { Sentence } from './say.ts'
import { onStopSignal } from './stop.ts'

/** Where an app listens. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

/** A page with a sentence in each language, for an app whose database cannot be read. */
export const damagePage = (sentence: Sentence): string => `<!doctype html>
<html lang="${LOCALES[0]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Wayproof</title>
${LOCALES.map((locale) => `<p lang="${locale}">${sentence(messages(locale))}</p>`).join('\n')}
`

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const health: Pick<HealthStore, 'readiness' | 'read'> = {
  readiness: async () => [{ code: 'database-damaged' }],
  read: async () => ({ scheduler: 'late', lastLook: null, warnings: [] }),
}

interface DamageNotice {
  readonly sentence: Sentence
  /** Public addresses of the app. */
  readonly addresses: readonly string[]
}

type Sleep = (milliseconds: number) => Promise<void>

const DAY_MS = 86_400_000

/** Answers every request with the page and 503, and `/health/` as not ready. */
export function damageListener({ sentence, addresses }: DamageNotice): RequestListener {
  const page = damagePage(sentence)
  const headers = { ...HEADERS, ...hsts(addresses) }
  const check = healthCheck({ health, clock: { now: () => 0 }, addresses })
  return check.before((_, response) => response.writeHead(503, headers).end(page))
}

/** Serves the page until the process is stopped, because a restart mends no database. Rejects if the port is taken. */
export async function serveDamage(address: ListenAddress | null, notice: DamageNotice, sleep: Sleep): Promise<never> {
  if (address) await listenAlone(damageListener(notice), address)
  onStopSignal(() => process.exit(0))
  // Without a port only this keeps the process.
  for (;;) await sleep(DAY_MS)
}
