/** A key of one text is written as the text alone, so that the address can be read: `?open=INC-2026-014`. */
export function openName(key: string): string {
  const parts: unknown = JSON.parse(key)
  const [only] = Array.isArray(parts) && parts.length === 1 ? (parts as unknown[]) : []
  return typeof only === 'string' && only !== '' && !only.startsWith('[') ? only : key
}

/** Reverses `openName`. */
export const openKey = (name: string): string => (name.startsWith('[') ? name : JSON.stringify([name]))
