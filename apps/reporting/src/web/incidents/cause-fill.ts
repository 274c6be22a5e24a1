const FILLS = ['var(--soft)', 'var(--unknown)', 'var(--ladder)'] as const

/** The color of the nth cause, from dark to pale; further causes are the palest. */
export const causeFill = (n: number): string => FILLS[n] ?? 'var(--unknown-pale)'

/** The color of the total so far, in the chart and in its legend. */
export const totalStroke = (total: number, cap: number): string => (total > cap ? 'var(--missed)' : 'var(--ink)')
