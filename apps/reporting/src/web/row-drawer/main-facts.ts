import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { rowSections } from '../row/row-sections.ts'

const MOST_FACTS = 8

/** Longer texts stand on the row's page. */
const MAX_LENGTH = 200

/** Fields that name the row; its title has them. */
const NAMES = ['name', 'title', 'finding']

/** The filled fields that a drawer shows: first what the row is, then its dates. */
export const mainFacts = (register: RegisterId, cells: Cells): readonly Field[] =>
  rowSections(register)
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => !keyFields(register).includes(name) && !NAMES.includes(name))
    .filter(({ name, kind, maxLength = 0 }) => kind !== 'list' && maxLength <= MAX_LENGTH && cells[name] != null)
    .slice(0, MOST_FACTS)
