import type { ReportFields } from './report-fields.ts'

/** Enhanced status codes (RFC 3463), not in the middle of an IP address. */
const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/
/** A reply code as servers quote it: at the begin of a line or after a colon. */
const REPLY = /(?:^|[:;：\n])[^\S\n]*([45])[0-5]\d(?=[ -])/

/** Codes of class 5 that blame a full mailbox, our server or our letter: the address itself may be well. */
const NOT_THE_ADDRESS = /^5\.(2\.2$|[3567]\.)/
const NO_FAILURE = new Set(['delivered', 'relayed', 'expanded'])

export type BounceKind = 'hard' | 'soft'

/** What one recipient's block of a delivery status says; null when nothing failed. */
export function statusKind(fields: ReportFields): BounceKind | null {
  const action = /^[a-z]*/.exec((fields.get('action') ?? '').toLowerCase())?.[0] ?? ''
  const diagnostic = fields.get('diagnostic-code') ?? ''
  if (NO_FAILURE.has(action)) return null
  if (action === 'delayed') return 'soft'
  const status = ENHANCED.exec(fields.get('status') ?? '')?.[0]
  // `5.0.0` says no more than that it failed; the server's own words may.
  const code = status && !status.endsWith('.0.0') ? status : (ENHANCED.exec(diagnostic)?.[0] ?? status)
  return codeKind(code, diagnostic) ?? (action === 'failed' ? 'soft' : null)
}

/** What a report in words alone says, by the codes it quotes; null when it quotes none. */
export const textKind = (text: string): BounceKind | null => codeKind(ENHANCED.exec(text)?.[0], text)

function codeKind(code: string | undefined, text: string): BounceKind | null {
  if (code?.startsWith('2')) return null
  if (code) return code.startsWith('5') && !NOT_THE_ADDRESS.test(code) ? 'hard' : 'soft'
  const reply = REPLY.exec(text)?.[1]
  return reply === undefined ? null : reply === '5' ? 'hard' : 'soft'
}
