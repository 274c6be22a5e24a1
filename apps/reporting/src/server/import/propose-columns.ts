import type { Field } from '@wayproof/evidence/import/field'
import type { FileColumns } from '@wayproof/evidence/mapping/file-columns'
import { findEarlier } from '@wayproof/evidence/mapping/find-earlier'
import { type MappingProposal, proposeMapping } from '@wayproof/evidence/mapping/mapping-proposal'
import type { TextForm } from '@wayproof/evidence/mapping/text-form'
import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Services } from '../trpc/context.ts'
import { fieldsOf } from './profiles.ts'
import { type ReadFault, readHeadings } from './read-file.ts'

export interface ProposeColumns {
  readonly register: ImportedRegister
  readonly source: AsyncIterable<Uint8Array>
  /** Properties of the file's format that the importer corrected. */
  readonly givenForm: Partial<TextForm>
}

export interface ProposedColumns extends MappingProposal {
  readonly file: FileColumns
  readonly fields: readonly Field[]
}

/** The columns of a file with a proposal for each: from an earlier mapping, or by our names of the fields. */
export async function proposeColumns(
  { store, timeZone }: Pick<Services, 'store' | 'timeZone'>,
  { register, source, givenForm }: ProposeColumns,
): Promise<Outcome<ProposedColumns, ReadFault>> {
  const read = await readHeadings(source, givenForm)
  if (!read.ok) return read
  const fields = fieldsOf(register)
  const headings = read.value.columns.map(({ heading }) => heading)
  const earlier = await findEarlier({ mappings: store.mappings }, register, headings, timeZone)
  return ok({ file: read.value, fields, ...proposeMapping(fields, namesOf(register), read.value, earlier) })
}

/** The labels of the fields in every language; fields of travelers have none. */
function namesOf(register: ImportedRegister): Readonly<Record<string, readonly string[]>> {
  const labels = LOCALES.flatMap((locale) => {
    const { fields } = messages(locale).registers
    return register === 'travelers' ? [] : Object.entries(fields[register])
  })
  return Object.fromEntries(
    fieldsOf(register).map(({ name }) => [name, labels.filter(([field]) => field === name).map(([, label]) => label)]),
  )
}
