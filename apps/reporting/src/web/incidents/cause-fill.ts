const FILLS = ['var(--soft)', 'var(--unknown)', 'var(--ladder)'] as const

/** The color of the nth cause, from dark to pale; further causes are the palest. */
export const causeFill = (n: number): string => FILLS[n] ?? 'var(--unknown-pale)'
