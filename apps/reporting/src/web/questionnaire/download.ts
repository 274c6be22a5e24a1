/** Offers a text as a file in the folder for downloads. */
export function downloadJson(name: string, definition: string): void {
  const text = `${JSON.stringify(JSON.parse(definition), null, 2)}\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
