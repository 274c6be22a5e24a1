interface RequestOrigin {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

/**
 * Whether a form may have come from our own page. Our pages send no referrer, so browsers say `Origin: null`, and some
 * webviews send neither header: both pass, since a foreign page does not know the link anyway.
 */
export function mayBeOurForm({ origin, fetchSite }: RequestOrigin, surveyUrl: string): boolean {
  if (fetchSite === 'same-origin' || fetchSite === 'none') return true
  if (fetchSite !== undefined) return origin === surveyUrl
  return origin === undefined || origin === 'null' || origin === surveyUrl
}
