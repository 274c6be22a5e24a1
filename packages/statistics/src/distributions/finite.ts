/**
 * Converts an infinite or undefined figure (0/0, a ratio to 0) to `null`, because JSON cannot hold NaN and no page
 * should print it.
 */
export const finite = (figure: number): number | null => (Number.isFinite(figure) ? figure : null)
