import { ItemText } from './item-text.ts'
import type { Archive } from './open-archive.ts'
import { readXml } from './read-xml.ts'

/** Reads the shared texts, which cells refer to by index. */
export async function readSharedStrings(archive: Archive, path: string): Promise<readonly string[]> {
  const strings: string[] = []
  const item = new ItemText()
  await readXml(archive.read(path), {
    open: (name) => item.open(name),
    text: (text) => item.add(text),
    close: (name) => {
      item.close(name)
      if (name === 'si') strings.push(item.take())
    },
  })
  return strings
}
