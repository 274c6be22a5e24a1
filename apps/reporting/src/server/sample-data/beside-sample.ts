import { fail } from '@wayproof/kernel/outcome'
import type { MiddlewareHandler } from 'hono'
import type { Services } from '../trpc/context.ts'

/**
 * Changes that are allowed while sample data is loaded: they are about accounts and settings, or about sample data. Everything
 * else is a record of one's own, or would seal, publish or mail made-up figures.
 */
export const ALLOWED_BESIDE_SAMPLE: ReadonlySet<string> = new Set([
  'sampleData.load',
  'sampleData.remove',
  ...['save', 'saveDigestHour', 'endSession', 'endOtherSessions'].map((name) => `profile.${name}`),
  ...['saveView', 'renameView', 'removeView'].map((name) => `registerRow.${name}`),
  ...['require', 'askReset', 'confirmReset'].map((name) => `secondFactor.${name}`),
  ...['invite', 'revoke', 'changeRole', 'withdrawRole', 'endSessions', 'confirm'].map((name) => `people.${name}`),
  ...['make', 'revoke'].map((name) => `apiKey.${name}`),
  ...['save', 'confirm', 'chooseFolder', 'testMail'].map((name) => `programme.${name}`),
  'service.testHook',
  'question.confirmClock',
  'auditLog.verify',
])

export const SAMPLE_LOADED = fail('sample-loaded')

export const hasSample = async ({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<boolean> =>
  (await store.sampleData.state(clock.now())) !== null

/** Refuses files while sample data is loaded. */
export const noFilesBesideSample =
  (services: Services): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'POST' || !(await hasSample(services))) return next()
    return c.json({ ...SAMPLE_LOADED, rows: [] }, 409)
  }
