import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Instant } from '@wayproof/kernel/clock'
import type { NewTrial } from '../begin-trial.ts'

export const ADDRESS = 'operator@company.example'
export const HALF_HOUR_MS = 1_800_000

/** A throw-away wave that ends in 30 minutes. */
export const newTrial = (at: Instant): NewTrial => ({
  address: ADDRESS,
  locale: 'en',
  period: '2026-H1',
  questionnaire: DEFAULT_QUESTIONNAIRE,
  checkCode: '123 456',
  smallestGroup: 5,
  at,
  closesAt: at + HALF_HOUR_MS,
  closesOn: '2026-07-01',
})
