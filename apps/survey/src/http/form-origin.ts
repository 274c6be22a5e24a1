interface RequestOrigin {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

/**
 * True if a form may come from one of our pages. They send no referrer, so browsers send `Origin: null`, and some
 * webviews send neither header. Both are accepted, because another site does not know the link.
 */
export function mayBeOurForm({ origin, fetchSite }: RequestOrigin, surveyUrl: string): boolean {
  if (fetchSite === 'same-origin' || fetchSite === 'none') return true
  if (fetchSite !== undefined) return origin === surveyUrl
  return origin === undefined || origin === 'null' || origin === surveyUrl
}
