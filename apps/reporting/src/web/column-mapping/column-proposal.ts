import type { Field } from '@wayproof/evidence/import/field'
import type { ColumnMapping } from '@wayproof/evidence/mapping/column-mapping'
import type { FileColumns } from '@wayproof/evidence/mapping/file-columns'
import type { MappingProposal } from '@wayproof/evidence/mapping/mapping-proposal'

/** Properties that the server detected in a file with unknown headings. */
export interface ColumnProposal extends MappingProposal {
  readonly file: FileColumns
  readonly fields: readonly Field[]
}

export type Proposed =
  | { readonly ok: true; readonly proposal: ColumnProposal }
  /** The server's response, unread, for `readFault`. */
  | { readonly ok: false; readonly body: unknown }

export interface ProposeCommand {
  readonly register: string
  readonly file: File
  /** The file format that the reader chose; the server detects what is left out. */
  readonly form: Partial<Pick<ColumnMapping, 'encoding' | 'delimiter'>>
}

/** Asks the server to propose a mapping of the file's columns. The server stores nothing. */
export async function proposeColumns({ register, file, form }: ProposeCommand): Promise<Proposed> {
  const response = await fetch(`/import/${encodeURIComponent(register)}/columns?${new URLSearchParams(form)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const body = await response.json().catch(() => null)
  return body?.ok === true && body.file ? { ok: true, proposal: body } : { ok: false, body }
}
