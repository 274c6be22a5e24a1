/** Ports of tests that open waves smaller than any setting allows. */
export const SMALL_WAVES = { smallestWave: 1 } as const
