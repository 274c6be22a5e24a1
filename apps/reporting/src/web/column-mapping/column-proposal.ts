import type { ColumnMapping, Field, FileColumns, MappingProposal } from '@wayproof/evidence'

/** What the server found in a file with headings of its own. */
export interface ColumnProposal extends MappingProposal {
  readonly file: FileColumns
  readonly fields: readonly Field[]
}

export type Proposed =
  | { readonly ok: true; readonly proposal: ColumnProposal }
  /** The server's answer as it came, for `readFault`. */
  | { readonly ok: false; readonly body: unknown }

export interface ProposeCommand {
  readonly register: string
  readonly file: File
  /** What the reader says of its form; empty lets the server see. */
  readonly said: Partial<Pick<ColumnMapping, 'encoding' | 'delimiter'>>
}

/** Asks what the columns of a file seem to be. Nothing of it is kept. */
export async function proposeColumns({ register, file, said }: ProposeCommand): Promise<Proposed> {
  const response = await fetch(`/import/${encodeURIComponent(register)}/columns?${new URLSearchParams(said)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const body = await response.json().catch(() => null)
  return body?.ok === true && body.file ? { ok: true, proposal: body } : { ok: false, body }
}
