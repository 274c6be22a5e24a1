import { z } from 'zod'

const withToken = z.union([
  z.looseObject({ token: z.unknown() }),
  z.looseObject({ session: z.looseObject({ token: z.unknown() }) }),
])

/** The library repeats the token of a session in its responses, where scripts could read it; the cookie is enough. */
export async function withoutToken(answer: Response): Promise<Response> {
  const parsed = withToken.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => null),
  )
  if (!parsed.success) return answer
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const body = JSON.stringify(parsed.data, (name, value) => (name === 'token' ? undefined : value))
  return new Response(body, { status: answer.status, headers })
}
