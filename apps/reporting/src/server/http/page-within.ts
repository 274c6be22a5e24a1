/** The page to show of a list of `count`, from 1; a number beyond the last page shows the last. */
export const pageWithin = (requested: number, count: number, onPage: number): number =>
  Math.min(requested, Math.max(1, Math.ceil(count / onPage)))
