import type { Messages } from '@wayproof/messages'

/** The label of a register's field in the reader's language; its name where it has none. */
export function fieldLabel(register: string, words: Messages): (field: string) => string {
  const labels: Readonly<Record<string, string>> =
    Object.entries(words.registers.fields).find(([id]) => id === register)?.[1] ?? {}
  return (field) => labels[field] ?? field
}
