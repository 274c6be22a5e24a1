/** Longer addresses do not fit into the cookie of an attempt. */
const MOST_CHARACTERS = 2_000

/**
 * The path, query and fragment of `next` as a browser on `site` reads it, so that neither an invisible character nor a
 * backslash leads elsewhere; null if that is no page of `site`. `next` comes from anybody's link.
 */
export function localPath(next: string, site: string): string | null {
  if (!next.startsWith('/') || !URL.canParse(next, site)) return null
  const { origin, href } = new URL(next, site)
  if (origin !== new URL(site).origin) return null
  const path = href.slice(origin.length)
  return path.startsWith('//') || path.length > MOST_CHARACTERS ? null : path
}
