import type { PageRequest } from './page-request.ts'

/**
 * True if a form may come from one of our pages. They send no referrer, so browsers send `Origin: null`, and some
 * webviews send neither header. Both are accepted, because another site does not know the link.
 */
export function mayBeOurForm(request: PageRequest, surveyUrl: string): boolean {
  const [origin, fetchSite] = [request.header('origin'), request.header('sec-fetch-site')]
  if (fetchSite === 'same-origin' || fetchSite === 'none') return true
  if (fetchSite !== undefined) return origin === surveyUrl
  return origin === undefined || origin === 'null' || origin === surveyUrl
}
