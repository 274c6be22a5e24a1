import type { Instant } from '@wayproof/kernel/clock'
import type { TrustedClock } from '@wayproof/kernel/clock-guard/trusted-clock'

/**
 * How old the trusted moment of an empty database may be, so that a start usually writes nothing and waits for no other
 * process.
 */
const TRUSTED_AFRESH_MS = 60 * 60_000

/** Trusts the clock while no data depend on it. */
export async function trustWhileEmpty(trustedClock: TrustedClock, now: Instant): Promise<void> {
  const { isDatabaseEmpty, trustedMoment } = await trustedClock.read()
  if (!isDatabaseEmpty || (trustedMoment && Math.abs(now - trustedMoment.at) <= TRUSTED_AFRESH_MS)) return
  await trustedClock.trust(now, { agrees: false, afterGap: false })
}
