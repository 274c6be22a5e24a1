/** A user signed in to the reporting app, over HTTP like any browser. */
export interface ReportingClient {
  /** For a user who has an account. */
  signIn(email: string, password: string): Promise<void>
  query<T>(procedure: string, input?: unknown): Promise<T>
  mutate<T>(procedure: string, input?: unknown): Promise<T>
  /** Downloads a file. */
  download(path: string): Promise<{ readonly status: number; readonly bytes: Buffer }>
  /** Uploads a register's file. Throws the faults that the app found in it. */
  importFile(
    register: string,
    file: Blob,
    options: { readonly fileName: string; readonly profile?: string },
  ): Promise<ImportReport>
}

export interface ImportReport {
  readonly rows: number
  readonly added: number
}

/** The app refused: its fault code with its figures. */
class Refused extends Error {}

export function reportingClient(address: string): ReportingClient {
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('origin', address)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(`${address}${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]!.split(/=(.*)/s)
      cookies.set(name, value)
    }
    return response
  }
  const send = async (path: string, init: RequestInit & { duplex?: 'half' }): Promise<unknown> => {
    const response = await request(path, init)
    const body: unknown = await response.json()
    if (!response.ok) throw new Refused(`${path}: ${response.status} ${JSON.stringify(body)}`)
    return body
  }
  const unwrap = <T>(body: unknown) => (body as { result: { data: { json: T } } }).result.data.json
  return {
    signIn: async (email, password) => {
      await send('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })
    },
    query: async (procedure, input) =>
      unwrap(await send(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input ?? null }))}`, {})),
    mutate: async (procedure, input) =>
      unwrap(
        await send(`/trpc/${procedure}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: input ?? null }),
        }),
      ),
    download: async (path) => {
      const response = await request(path)
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) }
    },
    importFile: async (register, file, { fileName, profile = 'default' }) => {
      const query = new URLSearchParams({ profile, dryRun: 'false', fileName })
      const body = await send(`/import/${register}?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      })
      const answer = body as { ok: true; report: ImportReport } | { ok: false }
      if (!answer.ok) throw new Refused(`${fileName}: ${JSON.stringify(answer)}`)
      return answer.report
    },
  }
}
