/** A record of one's own is refused while sample data is there, so that its removal is whole. */
export class SampleIsLoaded extends Error {
  override readonly name = 'SampleIsLoaded'
  readonly code = 'sample-loaded'
}

/** Also recognizes the error of a thread, which keeps only its code. */
export const isSampleLoaded = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'sample-loaded'

/** A load writes on as long as nobody has taken it for dead and removed it. */
export class SampleGone extends Error {
  override readonly name = 'SampleGone'
}
