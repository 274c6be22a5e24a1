import { MOST_IN_FLOOD } from '@wayproof/evidence/conversation/flood'
import { z } from 'zod'
import { calendarDate } from '../trpc/input.ts'

/** The entries that the page showed before the confirmation: later ones stay open. */
export const flood = z.strictObject({ ids: z.array(z.uuid()).min(1).max(MOST_IN_FLOOD) })

/** The day on which a flood was closed. */
export const floodDay = z.strictObject({ closedOn: calendarDate })
