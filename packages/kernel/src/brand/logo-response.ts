const A_YEAR = 365 * 24 * 60 * 60

/** The answer to a request for a logo, which stays in the browser: another logo has another address. Null: 404. */
export function logoResponse(
  logo: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | null,
): Response {
  if (!logo) return new Response(null, { status: 404 })
  const headers = { 'Content-Type': logo.type, 'Cache-Control': `public, max-age=${A_YEAR}, immutable` }
  return new Response(logo.bytes, { headers })
}
