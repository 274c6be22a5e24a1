import { REGISTER_IDS, type RegisterId, registers } from '../register.ts'

type Reference = readonly [register: RegisterId, field: string]

const referencesOf = (register: RegisterId): readonly [field: string, targets: readonly RegisterId[]][] =>
  Object.entries(registers[register].references ?? {})

/** The registers that a field may refer to; empty for a field that refers to none. */
export const referenceTargets = (register: RegisterId, field: string): readonly RegisterId[] =>
  referencesOf(register).find(([name]) => name === field)?.[1] ?? []

/** The register that a field refers to. */
export const referredTo = (register: RegisterId, field: string): RegisterId | null =>
  referenceTargets(register, field)[0] ?? null

/**
 * Fields of other registers that refer to a row of this one by its identifier; registers that the same office maintains
 * come first.
 */
export function referencesTo(register: RegisterId): readonly Reference[] {
  const { keeper } = registers[register]
  const references = REGISTER_IDS.flatMap((id) =>
    referencesOf(id).flatMap(([field, targets]): Reference[] => (targets.includes(register) ? [[id, field]] : [])),
  )
  const sameOffice = ([id]: Reference) => registers[id].keeper === keeper
  return [...references.filter(sameOffice), ...references.filter((reference) => !sameOffice(reference))]
}
