import { fail, type Outcome, ok } from '@wayproof/kernel'

/** An answer with the longest comment, every character escaped, has under 20 KB. */
export const MOST_BYTES = 64 * 1024
/** So far a body that is too long is read and thrown away, so that the browser gets to see the answer. */
const MOST_BYTES_DRAINED = 16 * 1024 * 1024

export type FormFault = { readonly code: 'too-large' | 'form-unreadable' }

/** The fields of a posted form; of a name given twice the last. Never holds more than 64 KB of it. */
export async function readForm(request: Request): Promise<Outcome<Readonly<Record<string, string>>, FormFault>> {
  const urlencoded = isForm(request.headers.get('content-type'))
  const body = await boundedBody(request, MOST_BYTES)
  if (body === null) return fail('too-large')
  return urlencoded ? ok(fieldsOf(body)) : fail('form-unreadable')
}

export const isForm = (contentType: string | null | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')

/** Without a prototype, so that no name means anything by itself. */
export function fieldsOf(body: Buffer): Readonly<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) fields[name] = value
  return fields
}

/** Reads away what nobody looks at, within the same bounds. */
export async function discardBody(request: Request): Promise<void> {
  await boundedBody(request, MOST_BYTES)
}

/** The body, or null when it has more than `most` bytes; no more than those are held. */
export async function boundedBody(request: Request, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  if (request.body) {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength
      if (bytes <= most) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > MOST_BYTES_DRAINED) break
    }
  }
  return bytes > most ? null : Buffer.concat(chunks)
}
