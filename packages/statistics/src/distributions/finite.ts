/** An infinite or undefined figure (0/0, a ratio to nothing) is `null`, so that it survives JSON and nobody prints NaN. */
export const finite = (figure: number): number | null => (Number.isFinite(figure) ? figure : null)
