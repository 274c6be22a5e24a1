import { REGISTER_IDS, type RegisterId } from '@wayproof/evidence'
import type { RowPlace, SeenDocument } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sql.ts'
import { findRow } from '../registers/find-row.ts'

type File = Pick<SeenDocument, 'fileName' | 'digest'>

const ATTACHED = `SELECT file_name AS fileName, digest FROM evidence_attachment
  WHERE register = ? AND key = ? AND withdrawn_at IS NULL ORDER BY attached_at, id`

// What the watcher read last of a page: the bytes are kept, and named by their digest.
const READ = `SELECT url AS fileName, digest FROM policy_proof
  WHERE surface_id = ? AND language = ? AND digest IS NOT NULL ORDER BY at DESC LIMIT 1`

const isRegister = (register: string): register is RegisterId => REGISTER_IDS.some((id) => id === register)

/** The files behind rows: attached ones, pages the watcher kept, and the row of the file that an import brought. */
export function documentsOf(read: ReadSql, places: readonly RowPlace[]): readonly SeenDocument[] {
  return places.flatMap(({ register, key }): readonly SeenDocument[] => {
    const attachment = (file: File) => ({ kind: 'attachment', ...file, rowNumber: null }) as const
    if (register === 'policy-proofs')
      return read<File>(READ)
        .all(...(JSON.parse(key) as string[]))
        .map(attachment)
    if (!isRegister(register)) return []
    const origin = findRow(read, register, key)?.origin
    return [
      ...read<File>(ATTACHED).all(register, key).map(attachment),
      ...(origin
        ? [{ kind: 'import', fileName: origin.fileName, digest: origin.digest, rowNumber: origin.rowNumber } as const]
        : []),
    ]
  })
}
