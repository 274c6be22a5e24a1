import type { Clock } from '@wayproof/kernel/clock'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import type { Transport } from '@wayproof/letters/smtp/transport'
import { RULES } from '@wayproof/scorecard/rules'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { type Company, guardOf, noComparison, noPages, ring, sleep, timeZone, urls } from './company.ts'

/** Ports of `runScheduler` for a company without policy pages and bounces; tests replace some. */
export const schedulerParts = ({ store }: Company, clock: Clock, transport: Transport) => ({
  store,
  clock,
  clockGuard: guardOf(store),
  transport,
  ids: systemIds,
  tokens: systemTokens,
  timeZone,
  sleep,
  keyring: ring,
  rules: RULES,
  ...SMALL_WAVES,
  render: letterRenderer(),
  urls,
  mailFrom: null,
  firstWait: FIRST_WAIT_MS,
  bounceAddress: null,
  bounceSources: [],
  fetchPage: noPages,
  comparePage: noComparison,
  log: () => undefined,
})
