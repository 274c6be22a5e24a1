import { elapsed } from './browser-time.ts'

/** A request later than this after the user's last key or touch is the page's own. */
const ATTENDED_MS = 60_000

let usedAt = elapsed()

/** Notes when the user last used the page. */
export function watchAttendance(): void {
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    window.addEventListener(event, () => (usedAt = elapsed()), { capture: true, passive: true })
}

/** Marks requests that the page sends on its own, because they must not put off the idle limit of the session. */
export const attendance = (): Record<string, string> =>
  elapsed() - usedAt < ATTENDED_MS ? {} : { 'x-wayproof-unattended': '1' }
