/** Mail servers give up after about 5 days; a bounce later than this limit is ignored. */
export const BOUNCE_DAYS = 30
