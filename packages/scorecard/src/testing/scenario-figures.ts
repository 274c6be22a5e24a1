import { displayShare, type Share } from '@wayproof/kernel/share'
import type { Verdict } from '../verdict.ts'

/** Figures of a goal that the table may name, under its own names. */
export type Figures = Readonly<Record<string, unknown>>

/** The table's names for the figures of every verdict. `share` is the count, also on an empty base. */
export const commonFigures = (verdict: Verdict, share: Share) => ({
  ...share,
  display: displayShare(share),
  meetsTarget: { met: true, missed: false, unknown: null }[verdict.verdict],
  status: verdict.status,
  reason: verdict.reason,
  missing: verdict.missing,
})
