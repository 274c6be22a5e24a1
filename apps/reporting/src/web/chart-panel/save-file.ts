/** Saves a file that the page made itself, under a name without characters that file systems refuse. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name.replaceAll(/[\\/:*?"<>|]+/g, ' ')
  link.click()
  // The click has opened the file; the address is no longer needed.
  URL.revokeObjectURL(address)
}
