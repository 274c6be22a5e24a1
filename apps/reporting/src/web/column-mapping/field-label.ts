import type { Messages } from '@wayproof/messages/en'

/** Looks up the label of a register's field; a field without one shows its name. */
export function fieldLabel(register: string, words: Messages): (field: string) => string {
  const labels: Readonly<Record<string, string>> =
    Object.entries(words.registers.fields).find(([id]) => id === register)?.[1] ?? {}
  return (field) => labels[field] ?? field
}
