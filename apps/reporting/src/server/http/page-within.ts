/** The page to show of a list of `count`, from 1: the one asked for, and beyond the last page the last. */
export const pageWithin = (asked: number, count: number, onPage: number): number =>
  Math.min(asked, Math.max(1, Math.ceil(count / onPage)))
