/**
 * Whether a page of this origin sent the browser here. Older browsers do not name the site; their referrer does. A
 * request that names neither is of no page of ours.
 */
export function isOwnPage(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return URL.parse(headers.get('referer') ?? '')?.origin === new URL(publicUrl).origin
}
