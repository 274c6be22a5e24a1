import { after } from '../browser-time.ts'

/** Longer than the first screen and its figures need on a slow line. */
const AFTER_MILLISECONDS = 3_000

/** Loads the chart library while the first screen is read, because it is most of a page with charts. */
export function loadChartsEarly(): void {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  if (connection?.saveData) return
  // A page that needs charts loads them again if this fails.
  after(AFTER_MILLISECONDS, () => void import('./trend-chart.tsx').catch(() => {}))
}
