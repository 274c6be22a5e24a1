const LONGEST_MS = 15_000

export interface WebCall {
  readonly method?: 'GET' | 'POST'
  /** The page that the form seems to come from. */
  readonly origin?: string
  readonly form?: Readonly<Record<string, string>> | URLSearchParams
}

/** Calls an address once and follows no redirects. Throws Unreachable. */
export async function webCall(url: string, { method = 'GET', origin, form }: WebCall = {}): Promise<WebAnswer> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: origin === undefined ? {} : { origin },
      ...(form && { body: new URLSearchParams(form) }),
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    const text = await response.text()
    return { url, status: response.status, headers: response.headers, text, at: Date.now() }
  } catch (error) {
    throw new Unreachable(url, codeOf(error))
  }
}

export interface WebAnswer {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** When it came, by the clock of this machine. */
  readonly at: number
}

export class Unreachable extends Error {
  readonly code: string

  constructor(url: string, code: string) {
    super(`${url}: ${code}`)
    this.code = code
  }
}

function codeOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name: string }
  return cause?.code ?? name
}
