/** The axes of all charts have faint labels, and neither ticks nor a line. */
export const PLAIN_AXIS = { tick: { fontSize: 12, fill: 'var(--faint)' }, tickLine: false, axisLine: false }

/** The line of a target or a cap. */
export const TARGET_LINE = { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '5 3' }

export const TARGET_LABEL = { position: 'insideTopLeft', fontSize: 12, fill: 'var(--ink)' } as const

/** The line of a day or period that is named above it. */
export const MARK_LINE = { stroke: 'var(--faint)', strokeDasharray: '2 4' }

/** A name over lines has a rim of the surface. */
export const RIM = { stroke: 'var(--surface)', strokeWidth: 4, paintOrder: 'stroke' } as const
