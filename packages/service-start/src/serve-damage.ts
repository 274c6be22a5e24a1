import { LOCALES } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { healthCheck } from './health/health-check.ts'
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
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const health = healthCheck({
  health: {
    readiness: async () => [{ code: 'database-damaged' }],
    read: async () => ({ scheduler: 'late', lastLook: null, warnings: [] }),
  },
  clock: { now: () => 0 },
})

type Sleep = (milliseconds: number) => Promise<void>

const DAY_MS = 86_400_000

/**
 * Answers every request with the page and 503 until the process is stopped, because a restart mends no database. Rejects
 * if the port is taken.
 */
export async function serveDamage(address: ListenAddress | null, sentence: Sentence, sleep: Sleep): Promise<never> {
  const page = damagePage(sentence)
  if (address)
    await listenAlone(
      health.before((_, response) => response.writeHead(503, HEADERS).end(page)),
      address,
    )
  onStopSignal(() => process.exit(0))
  // Without a port only this keeps the process.
  for (;;) await sleep(DAY_MS)
}
