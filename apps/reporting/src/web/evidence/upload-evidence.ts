import type { RegisterId } from '@wayproof/evidence/register'

export interface UploadEvidence {
  readonly register: RegisterId
  readonly key: string
  readonly file: File
  readonly source: string
}

/** Uploads a file. Returns null on success, otherwise the fault's code, or '' if the response has none. */
export async function uploadEvidence({ register, key, file, source }: UploadEvidence): Promise<string | null> {
  const query = new URLSearchParams({ key, source, fileName: file.name.slice(0, 200) })
  const response = await fetch(`/evidence/${register}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const body = (await response.json().catch(() => null)) as { ok?: boolean; fault?: { code?: unknown } } | null
  return body?.ok === true ? null : String(body?.fault?.code ?? '')
}
