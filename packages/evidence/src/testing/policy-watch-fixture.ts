import { createHash } from 'node:crypto'
import { checkPage } from '../policy-watch/check-page.ts'
import { comparePage } from '../policy-watch/compare-page.ts'
import type { Fetched, FetchPage, PolicyWatchPorts } from '../policy-watch/ports.ts'
import type { WatchedPage } from '../policy-watch/watched-page.ts'
import { countedIds } from './counted-chance.ts'
import { emptyPolicyWatch, memoryPolicyWatchStore } from './memory-policy-watch-store.ts'
import { movedClock } from './moved-clock.ts'

/** A policy of enough letters to be compared. */
export const POLICY = 'We keep what a booking needs and delete it after three years. '.repeat(3)

/** A website in English with an approved text. */
export const website: Omit<WatchedPage, 'waiting' | 'proof'> = {
  ...{ surfaceId: 'web', surface: 'Website', kind: 'website', language: 'en', url: 'https://x.example/' },
  ...{ comparable: true, look: null },
}

/** The response of a page with this content. */
export function responseWith(content: string | Uint8Array, contentType = 'text/html'): Fetched {
  const bytes = new Uint8Array(Buffer.from(content))
  const page = { bytes, digest: createHash('sha256').update(bytes).digest('hex') }
  return { connectedTo: '1.1.1.1', status: 200, contentType, redirectedTo: null, page, fault: null }
}

/** A response without a page. */
export const failedResponse = (change: Partial<Fetched>): Fetched => {
  return { connectedTo: null, status: null, contentType: null, redirectedTo: null, page: null, fault: null, ...change }
}

/**
 * Policy pages in memory at 09:00 on 2 March 2026 in Shanghai. Version 6 is in force since 2025, version 7 was approved
 * on 1 January and is in force from 3 March 2026.
 */
export function policyWatchFixture() {
  const memory = emptyPolicyWatch()
  memory.pages = [website]
  memory.versions = [
    { version: '6', approvedOn: '2025-01-01', inForceOn: '2025-01-01' },
    { version: '7', approvedOn: '2026-01-01', inForceOn: '2026-03-03' },
  ]
  const clock = movedClock()
  const ports: PolicyWatchPorts = {
    policies: memoryPolicyWatchStore(memory),
    clock,
    ids: countedIds('proof'),
    timeZone: 'Asia/Shanghai',
    policyTerms: { graceDays: 14, checkDays: 30 },
  }
  const check = (fetchPage: FetchPage) =>
    checkPage({ ...ports, fetchPage, comparePage: async (page, texts) => comparePage(page, texts) })
  const approve = (version: string, text: string, language = 'en') => {
    memory.texts = [...memory.texts, { version, language, text, at: clock.now(), by: 'Lin' }]
  }
  return { memory, clock, ports, check, approve }
}
